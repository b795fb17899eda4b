package io.nowbridge.product;

import java.util.regex.Pattern;

/** The number under which a distributor sells a product: 1 to 40 characters, none of them a space or a control character. */
public record Sku(String value) implements Comparable<Sku> {

    private static final Pattern SHAPE = Pattern.compile("[\\p{Graph}&&\\p{ASCII}]{1,40}");

    public Sku {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a SKU has 1 to 40 visible ASCII characters");
        }
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
