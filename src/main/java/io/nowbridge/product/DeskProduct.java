package io.nowbridge.product;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product as the desk is to have it: the fields of the template that are mapped, with the desk's values. An empty value
 * empties the column.
 *
 * @param table of its {@link Part#PRODUCT} record, which may depend on its category
 * @param currency of its prices; empty where the desk's own counts
 */
public record DeskProduct(
        Sku sku,
        String table,
        SortedMap<String, String> product,
        SortedMap<String, String> offer,
        Optional<String> currency) {

    public DeskProduct {
        product = Collections.unmodifiableSortedMap(new TreeMap<>(product));
        offer = Collections.unmodifiableSortedMap(new TreeMap<>(offer));
    }

    public Map<String, String> fields(Part part) {
        return switch (part) {
            case PRODUCT -> product;
            case OFFER -> offer;
        };
    }
}
