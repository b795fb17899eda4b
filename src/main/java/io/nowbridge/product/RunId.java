package io.nowbridge.product;

import java.util.regex.Pattern;

/** Names a run: 1 to 64 letters, digits or dashes. */
public record RunId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public RunId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a run id has 1 to 64 letters, digits or dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
