package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connection.ProductSettings.Supplier;
import io.nowbridge.product.Change;
import io.nowbridge.servicenow.SupplierApi;
import io.nowbridge.servicenow.SupplierApi.Matter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Tells a supplier's products, as many in a call as it may carry. */
final class Deliveries {

    private static final int LONGEST_REASON = 500;

    private final SupplierApi api;
    private final Supplier supplier;

    Deliveries(SupplierApi api, Supplier supplier) {
        this.api = api;
        this.supplier = supplier;
    }

    /** Answers what was wrong with those that were not taken in, by SKU. */
    Uni<Map<String, String>> tell(
            Matter matter, List<Change> changes, BiFunction<Change, Supplier, Map<String, Object>> words) {
        var products =
                changes.stream().map(change -> words.apply(change, supplier)).toList();
        return Multi.createFrom()
                .iterable(IntStream.iterate(0, from -> from < products.size(), from -> from + SupplierApi.MOST)
                        .mapToObj(from -> products.subList(from, Math.min(from + SupplierApi.MOST, products.size())))
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(some -> api.tell(matter, named(matter, some), some))
                .collect()
                .in(HashMap<String, String>::new, Map::putAll)
                .map(refusals -> {
                    refusals.replaceAll((sku, reason) -> onOneLine(reason));
                    return refusals;
                });
    }

    // What is told again has its first name again.
    private SupplierApi.Supplier named(Matter matter, List<Map<String, Object>> products) {
        var content = (matter + products.toString()).getBytes(StandardCharsets.UTF_8);
        return new SupplierApi.Supplier(
                supplier.customer(), supplier.catalog(), supplier.id(), "nowbridge-" + UUID.nameUUIDFromBytes(content));
    }

    private static String onOneLine(String reason) {
        var line = reason.strip().replaceAll("\\s*\\n\\s*", "; ");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }
}
