package io.nowbridge.product;

import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.ShowCatalogue.Category;
import io.nowbridge.product.ShowCatalogue.Contents;
import io.nowbridge.product.ShowCatalogue.Manufacturer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts the products of a catalogue by what they can be selected by. */
final class CatalogueCounts {

    private static final int LEVEL = 3;
    private static final int CODE = 9;

    private final NavigableMap<String, Long> categories = new TreeMap<>();
    private final Map<String, Long> manufacturers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<Product.Status, Long> statuses = new EnumMap<>(Product.Status.class);
    private long products;

    void add(Product product) {
        products++;
        for (var digits = LEVEL; digits <= Math.min(CODE, product.category().length()); digits += LEVEL) {
            categories.merge(product.category().substring(0, digits), 1L, Long::sum);
        }
        manufacturers.merge(Selection.nameOf(product), 1L, Long::sum);
        statuses.merge(product.status(), 1L, Long::sum);
    }

    Contents of(Edition edition) {
        return new Contents(
                edition,
                products,
                children("", LEVEL),
                manufacturers.entrySet().stream()
                        .filter(manufacturer -> !manufacturer.getKey().isEmpty())
                        .map(manufacturer -> new Manufacturer(manufacturer.getKey(), manufacturer.getValue()))
                        .toList(),
                statuses);
    }

    private List<Category> children(String code, int digits) {
        return categories.subMap(code, code + Character.MAX_VALUE).entrySet().stream()
                .filter(category -> category.getKey().length() == digits)
                .map(category -> new Category(
                        category.getKey(), category.getValue(), children(category.getKey(), digits + LEVEL)))
                .toList();
    }
}
