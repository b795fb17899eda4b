package io.nowbridge.product;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What an edition of a catalogue consists of.
 *
 * @param products how many there are of each kind, in the order in which the kinds appear; what is listed twice counts twice
 */
public record Assortment(Map<Kind, Long> products) {

    public Assortment {
        products = Collections.unmodifiableMap(new LinkedHashMap<>(products));
    }

    /**
     * Products that are alike in all that a selection goes by where it does not name them one by one.
     *
     * @param category as far as a selection can name it
     * @param manufacturer as a selection can name it
     */
    public record Kind(String category, String manufacturer, Product.Status status) {

        static Kind of(Product product) {
            return new Kind(Selection.categoryOf(product), Selection.nameOf(product), product.status());
        }
    }

    long count() {
        return count(kind -> true);
    }

    /** How many of them a selection chooses that {@linkplain Selection#namesProducts() names} none. */
    long count(Selection selection) {
        return count(selection::covers);
    }

    private long count(Predicate<Kind> wanted) {
        return products.entrySet().stream()
                .filter(kind -> wanted.test(kind.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
