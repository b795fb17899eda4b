package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How links are listed. */
@ConfigMapping(prefix = "nowbridge.links")
interface LinkConfig {

    /** How long a list waits for the connected systems; what has not answered by then is shown as unknown. */
    @WithDefault("3s")
    Duration refreshLimit();
}
