package io.nowbridge.product;

import io.nowbridge.product.Change.Action;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Products as desks are to have them, for the tests of desks. */
public final class DeskProducts {

    public static final String TABLE = "cmdb_hardware_product_model";

    private static final Imprint ANY = new Imprint(1, 2);

    private DeskProducts() {}

    public static DeskProduct product(String sku, String cost) {
        return new DeskProduct(
                new Sku(sku),
                TABLE,
                new TreeMap<>(Map.of(
                        "manufacturerPartNumber", "MPN-" + sku,
                        "name", "Product " + sku,
                        "manufacturer", "Acme, Inc.",
                        "description", "What " + sku + " is",
                        "category", "Computer")),
                new TreeMap<>(Map.of("sku", sku, "cost", cost, "listPrice", "99.90", "active", "true")),
                Optional.of("USD"));
    }

    /** The product with one field of its first record otherwise. */
    public static DeskProduct with(DeskProduct product, String field, String value) {
        var fields = new TreeMap<>(product.product());
        fields.put(field, value);
        return new DeskProduct(product.sku(), product.table(), fields, product.offer(), product.currency());
    }

    public static Change change(Action action, DeskProduct product) {
        return change(action, product, EnumSet.allOf(Part.class), DeskIds.DERIVED);
    }

    public static Change change(Action action, DeskProduct product, Set<Part> parts, DeskIds ids) {
        return new Change(action, parts, product, ids, ANY);
    }

    /** Changes of as many products, of five manufacturers. */
    public static List<Change> many(Action action, int number) {
        return IntStream.range(0, number)
                .mapToObj(i ->
                        with(product(String.valueOf(1_000_000 + i), "1" + i + ".50"), "manufacturer", "Maker " + i % 5))
                .map(product -> change(action, product))
                .toList();
    }
}
