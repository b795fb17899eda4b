package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where distributors' catalogues arrive, and how they are fetched from there. */
@ConfigMapping(prefix = "nowbridge.catalogue")
interface CatalogueConfig {

    /**
     * {@code s3://bucket} or {@code file:/folder}, in which each connection's files lie under its id, or {@code
     * http(s)://host/folder/}, from which {@code <customer number>.zip} is fetched.
     */
    URI location();

    /** How long a connection to a web server may take to open. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long a file may take to come. */
    @WithDefault("2m")
    Duration fetchTimeout();

    /** How many bytes a file may have; a function has 512 MB of disk unless the template gives it more. */
    @WithDefault("400000000")
    long largestFile();
}
