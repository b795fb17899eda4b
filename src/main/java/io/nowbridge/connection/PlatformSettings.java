package io.nowbridge.connection;

import java.util.SortedMap;

/** How an anomaly platform is used, as its connection says in its settings. */
public record PlatformSettings(SortedMap<String, String> settings) {

    /** The source that a platform is unless its setting {@code source} says another. */
    public static final String DEFAULT_SOURCE = "default";

    public static PlatformSettings of(Connection platform) {
        return new PlatformSettings(platform.settings());
    }

    /** The source, among those that anomalies come from, that the platform is. */
    public String source() {
        return settings.getOrDefault("source", DEFAULT_SOURCE);
    }
}
