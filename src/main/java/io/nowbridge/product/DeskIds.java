package io.nowbridge.product;

import java.util.Optional;

/** The desk's own ids of a product's records; empty where they are those that the desk derives from the SKU, or unknown. */
public record DeskIds(Optional<String> product, Optional<String> offer) {

    public static final DeskIds DERIVED = new DeskIds(Optional.empty(), Optional.empty());
}
