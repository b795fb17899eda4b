package io.nowbridge.order;

import java.util.regex.Pattern;

/** Names an order: 32 hexadecimal digits, derived from its {@link OrderKey}. */
public record OrderId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public OrderId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an order's id has 32 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
