package io.nowbridge.product;

import io.nowbridge.template.Mappings;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Those of a product's fields that have a column at the desk. */
final class MappedFields {

    private final Mappings mappings;
    private final SortedMap<String, String> product = new TreeMap<>();
    private final SortedMap<String, String> offer = new TreeMap<>();

    MappedFields(Mappings mappings) {
        this.mappings = mappings;
    }

    void product(String field, String value) {
        mappings.column(field).ifPresent(column -> product.put(field, value));
    }

    void offer(String field, String value) {
        mappings.column(field).ifPresent(column -> offer.put(field, value));
    }

    /** The same without those of the product itself. */
    MappedFields ofOffer() {
        product.clear();
        return this;
    }

    DeskProduct of(Sku sku, String table, Optional<String> currency) {
        return new DeskProduct(sku, table, product, offer, currency);
    }
}
