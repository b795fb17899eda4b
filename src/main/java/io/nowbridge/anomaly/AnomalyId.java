package io.nowbridge.anomaly;

import io.nowbridge.connection.PlatformSettings;
import java.util.regex.Pattern;

/** Names an anomaly: the source that found it, and the id it has there. */
public record AnomalyId(String source, String id) {

    /** The source of an anomaly whose path gives a bare id. */
    public static final String DEFAULT_SOURCE = PlatformSettings.DEFAULT_SOURCE;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    public AnomalyId {
        if (!SHAPE.matcher(source).matches() || !SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "an anomaly id has 1 to 128 letters, digits, dots, dashes or underscores");
        }
    }

    /** The anomaly that the default source calls {@code id}. */
    public static AnomalyId ofDefaultSource(String id) {
        return new AnomalyId(DEFAULT_SOURCE, id);
    }
}
