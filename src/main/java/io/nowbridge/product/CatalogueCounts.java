package io.nowbridge.product;

import io.nowbridge.product.Assortment.Kind;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.ShowCatalogue.Category;
import io.nowbridge.product.ShowCatalogue.Contents;
import io.nowbridge.product.ShowCatalogue.Manufacturer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the products of a catalogue by what they can be selected by; of what is without end, the most frequent. */
final class CatalogueCounts {

    private static final int LEVEL = 3;

    // A real catalogue has a thousand of each; an answer of the API has 6 MB at most.
    private static final int MOST = 10_000;

    // Longer ones cannot be selected.
    private static final int LONGEST_NAME = 100;

    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Long> manufacturers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<Product.Status, Long> statuses = new EnumMap<>(Product.Status.class);

    private CatalogueCounts() {}

    static Contents of(Edition edition, Assortment assortment) {
        var counts = new CatalogueCounts();
        assortment.products().forEach(counts::add);
        return counts.contents(edition, assortment.count());
    }

    private void add(Kind kind, long products) {
        for (var digits = LEVEL; digits <= kind.category().length(); digits += LEVEL) {
            categories.merge(kind.category().substring(0, digits), products, Long::sum);
        }
        manufacturers.merge(kind.manufacturer(), products, Long::sum);
        statuses.merge(kind.status(), products, Long::sum);
    }

    private Contents contents(Edition edition, long products) {
        return new Contents(
                edition,
                products,
                children(new TreeMap<>(mostFrequent(categories)), "", LEVEL),
                mostFrequent(manufacturers).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER))
                        .map(manufacturer -> new Manufacturer(manufacturer.getKey(), manufacturer.getValue()))
                        .toList(),
                statuses);
    }

    // Nothing is as frequent as what it is part of, and of both the shorter comes first: no category lacks its parent.
    private static Map<String, Long> mostFrequent(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().isEmpty() && count.getKey().length() <= LONGEST_NAME)
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparingInt(count -> count.getKey().length()))
                .limit(MOST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Category> children(NavigableMap<String, Long> categories, String code, int digits) {
        return categories.subMap(code, code + Character.MAX_VALUE).entrySet().stream()
                .filter(category -> category.getKey().length() == digits)
                .map(category -> new Category(
                        category.getKey(),
                        category.getValue(),
                        children(categories, category.getKey(), digits + LEVEL)))
                .toList();
    }
}
