package io.nowbridge.connection;

import java.util.regex.Pattern;

/** Names a connection: 1 to 64 letters, digits, dots, dashes or underscores. */
public record ConnectionId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public ConnectionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a connection id has 1 to 64 letters, digits, dots, dashes or underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
