package io.nowbridge.product;

import io.nowbridge.product.Product.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A catalogue that changes at random, and what a desk has to have after each edition was synchronised. */
final class CatalogueHistory {

    private static final Status[] STATUSES = Status.values();

    private final Random chance;
    private final SortedMap<Sku, Product> listed = new TreeMap<>();
    private final Set<Sku> everWritten = new HashSet<>();
    private int next;

    CatalogueHistory(Random chance) {
        this.chance = chance;
    }

    void grow(int count) {
        for (var left = count; left > 0; left--) {
            var product = ProductFixtures.product(Integer.toString(next++));
            listed.put(product.sku(), product);
        }
    }

    /** Prices, statuses, new ones and some that are gone: few enough for nobody to be asked. */
    void drift() {
        for (var sku : List.copyOf(listed.keySet())) {
            if (chance.nextInt(10) == 0) {
                listed.computeIfPresent(sku, (same, product) -> drifted(product));
            } else if (chance.nextInt(40) == 0) {
                listed.remove(sku);
            }
        }
        grow(chance.nextInt(20));
        if (chance.nextInt(3) == 0 && !everWritten.isEmpty()) {
            var returning = ProductFixtures.product(
                    everWritten.stream().sorted().findFirst().orElseThrow().value());
            listed.put(returning.sku(), returning);
        }
    }

    private Product drifted(Product product) {
        return switch (chance.nextInt(3)) {
            case 0 -> ProductFixtures.costing(product, Integer.toString(1 + chance.nextInt(5)));
            case 1 -> ProductFixtures.being(product, STATUSES[chance.nextInt(STATUSES.length)]);
            default ->
                ProductFixtures.of(
                        "01203405" + chance.nextInt(10), "Canon", product.sku().value());
        };
    }

    /** In the order of the file, which is none. */
    List<Product> edition() {
        var rows = new ArrayList<>(listed.values());
        Collections.shuffle(rows, chance);
        return rows;
    }

    /** What the desk has to have: whoever was there stays, and is inactive unless he is sold. */
    Map<Sku, String> active() {
        listed.values().stream()
                .filter(product -> product.status() != Status.DISCONTINUED)
                .map(Product::sku)
                .forEach(everWritten::add);
        var active = new HashMap<Sku, String>();
        everWritten.forEach(sku -> active.put(sku, Boolean.toString(isSold(sku))));
        return active;
    }

    /** The products that the desk has to have as they are listed. */
    List<Product> sold() {
        return listed.values().stream().filter(product -> isSold(product.sku())).toList();
    }

    private boolean isSold(Sku sku) {
        var product = listed.get(sku);
        return product != null && product.status() != Status.DISCONTINUED;
    }
}
