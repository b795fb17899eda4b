package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where exported files lie, and how much an export does at a time. */
@ConfigMapping(prefix = "nowbridge.exports")
interface ExportConfig {

    /** The bucket that exports are written to; exactly one of this and {@link #folder} must be set. */
    Optional<String> bucket();

    /** The folder that they are written to on a machine of one's own. */
    Optional<Path> folder();

    /** The bucket that the log is archived in; without one there is no archive. */
    Optional<String> archiveBucket();

    /** How many days back a day of the archive is made up for that was missed. */
    @WithDefault("30")
    int archiveReach();

    /** How long a link to a file is good for: S3 takes up to seven days. */
    @WithDefault("15m")
    Duration linkLife();

    /**
     * How many bytes of entries are handed over at once: Lambda answers with 6 MB at most, and Base64 makes four bytes of
     * three.
     */
    @WithDefault("3145728")
    int answerBytes();

    /** How long it is tried to hand entries over at once, of the 29 s that a request has. */
    @WithDefault("10s")
    Duration answerTime();

    /** How large a part of a file is at least: S3 takes 5 MiB and more, and the function holds two of them in memory. */
    @WithDefault("6291456")
    int partBytes();
}
