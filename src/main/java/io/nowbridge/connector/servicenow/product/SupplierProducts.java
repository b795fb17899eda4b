package io.nowbridge.connector.servicenow.product;

import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Difference;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.template.Mappings;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what a Source-to-Pay instance has of a supplier's products: the columns that the template maps of its table of
 * offers, by the SKU. Which columns that table has is the instance's affair; its product models are not looked at.
 */
final class SupplierProducts {

    private final Layouts layouts;
    private final Paced batches;
    private final References references;

    SupplierProducts(ServiceNow serviceNow, Mappings mappings) {
        this.layouts = new Layouts(serviceNow.dictionary(), mappings);
        this.batches = new Paced(serviceNow.batches());
        this.references = new References(batches);
    }

    Uni<List<Item>> compare(List<Change> changes) {
        var products = changes.stream().map(Change::wanted).toList();
        return layouts.of(changes)
                .flatMap(layout -> batches.find(
                                "Reading supplier products",
                                Lookup.of(
                                        layout.offers(),
                                        Comparing.columns(layout, products, Part.OFFER),
                                        layout.skuColumn(),
                                        products.stream()
                                                .map(product -> product.sku().value())
                                                .toList()))
                        .map(found -> found.stream()
                                .flatMap(some -> some.rows().stream())
                                .toList())
                        .map(rows -> changes.stream()
                                .map(change -> item(layout, change, rows))
                                .toList()));
    }

    // Another supplier may have the same SKU; the nearest is taken for ours.
    private Item item(Layout layout, Change change, List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> DerivedIds.normalised(Lookup.text(row, layout.skuColumn()))
                        .equals(DerivedIds.normalised(change.sku().value())))
                .map(row -> differences(layout, change, row))
                .min(Comparator.comparingInt(List::size))
                .map(differences -> item(change, differences.isEmpty() ? Outcome.SAME : Outcome.DIFFERENT, differences))
                .orElseGet(() -> item(change, Outcome.MISSING, whole(layout, change)));
    }

    private List<Difference> whole(Layout layout, Change change) {
        return change.action() == Action.DEACTIVATE || change.action() == Action.COMPARE
                ? List.of()
                : differences(layout, change, Map.of());
    }

    private List<Difference> differences(Layout layout, Change change, Map<String, String> row) {
        return RecordValues.of(layout, change.wanted(), Part.OFFER, references).columns().entrySet().stream()
                .filter(column -> !Values.same(column.getValue(), Lookup.text(row, column.getKey())))
                .map(column -> Difference.of(
                        Part.OFFER, column.getKey(), Lookup.text(row, column.getKey()), column.getValue()))
                .toList();
    }

    private static Item item(Change change, Outcome outcome, List<Difference> differences) {
        return new Item(change.sku(), change.action(), outcome, DeskIds.DERIVED, differences, Optional.empty());
    }
}
