package io.nowbridge.qualytics;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Names an anomaly in a path: its number, or its UUID. */
public record AnomalyKey(String value) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern SHAPE =
            Pattern.compile(NUMBER + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public AnomalyKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An anomaly of Qualytics has a number or a UUID");
        }
    }

    /** The key that is written so; empty if nothing in Qualytics can be called that. */
    public static Optional<AnomalyKey> of(String text) {
        return Optional.of(text).filter(SHAPE.asMatchPredicate()).map(AnomalyKey::new);
    }

    /** Its number, if this is one. */
    public OptionalLong number() {
        return NUMBER.matcher(value).matches() ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
