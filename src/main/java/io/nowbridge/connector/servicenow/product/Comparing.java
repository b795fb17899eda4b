package io.nowbridge.connector.servicenow.product;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskProduct;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Difference;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.servicenow.SysId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares, column by column, what the instance has with what is wanted. */
final class Comparing {

    private final Paced batches;
    private final Layout layout;
    private final References references;
    private final ConnectionId distributor;
    private final BatchProductDesk.Seen seen;

    Comparing(
            Paced batches, Layout layout, References references, ConnectionId distributor, BatchProductDesk.Seen seen) {
        this.batches = batches;
        this.layout = layout;
        this.references = references;
        this.distributor = distributor;
        this.seen = seen;
    }

    /** The columns that some products are compared by. */
    static Set<String> columns(Layout layout, Collection<DeskProduct> products, Part part) {
        var columns = new TreeSet<String>();
        products.forEach(product -> layout.cells(part, product)
                .forEach(cell -> columns.add(cell.column().name())));
        return columns;
    }

    /** What is there of each; models that only a vendor item leads to are read in a further call. */
    Uni<List<Item>> of(List<Change> changes) {
        var known = new HashMap<SysId, Map<String, String>>();
        seen.sight()
                .models()
                .values()
                .forEach(rows -> rows.forEach(row -> Lookup.id(row).ifPresent(id -> known.put(id, row))));
        var missing = new HashSet<String>();
        changes.forEach(change -> offer(change)
                .flatMap(row -> Lookup.reference(row, Layout.MODEL))
                .filter(id -> !known.containsKey(id))
                .ifPresent(id -> missing.add(id.value())));
        var products = changes.stream().map(Change::wanted).toList();
        var family =
                products.isEmpty() ? "" : Layout.familyOf(products.getFirst().table());
        var lookups = Lookup.of(family, columns(layout, products, Part.PRODUCT), Lookup.KEY, missing);
        return batches.find("Reading product models", lookups).map(found -> {
            found.forEach(some -> some.rows().forEach(row -> Lookup.id(row).ifPresent(id -> known.put(id, row))));
            return changes.stream().map(change -> item(change, known)).toList();
        });
    }

    private Optional<Map<String, String>> offer(Change change) {
        return seen.sight().offer(layout, distributor, change.wanted(), seen.vendor());
    }

    private Item item(Change change, Map<SysId, Map<String, String>> models) {
        var offer = offer(change);
        if (offer.isEmpty()) {
            return new Item(
                    change.sku(), change.action(), Outcome.MISSING, change.ids(), whole(change), Optional.empty());
        }
        var model = Lookup.reference(offer.get(), Layout.MODEL);
        var differences = new ArrayList<Difference>();
        if (change.parts().contains(Part.PRODUCT)) {
            var row = model.flatMap(id -> Optional.ofNullable(models.get(id))).orElse(Map.of());
            differences.addAll(differences(change.wanted(), Part.PRODUCT, row));
        }
        if (change.parts().contains(Part.OFFER)) {
            differences.addAll(differences(change.wanted(), Part.OFFER, offer.get()));
        }
        var outcome = differences.isEmpty() ? Outcome.SAME : Outcome.DIFFERENT;
        var ids = DerivedIds.others(distributor, change.sku(), model, Lookup.id(offer.get()));
        return new Item(change.sku(), change.action(), outcome, ids, differences, Optional.empty());
    }

    // All that would be written: the model may be there, and is taken over then.
    private List<Difference> whole(Change change) {
        if (change.action() == Action.DEACTIVATE || change.action() == Action.COMPARE) {
            return List.of();
        }
        var wanted = change.wanted();
        var key = Planner.modelKey(layout, RecordValues.of(layout, wanted, Part.PRODUCT, references));
        var model = seen.sight().model(distributor, change, key).orElse(Map.of());
        var differences = new ArrayList<>(differences(wanted, Part.PRODUCT, model));
        differences.addAll(differences(wanted, Part.OFFER, Map.of()));
        return differences;
    }

    private List<Difference> differences(DeskProduct product, Part part, Map<String, String> row) {
        return RecordValues.of(layout, product, part, references).columns().entrySet().stream()
                .filter(column -> !Values.same(column.getValue(), Lookup.text(row, column.getKey())))
                .map(column ->
                        Difference.of(part, column.getKey(), Lookup.text(row, column.getKey()), column.getValue()))
                .toList();
    }
}
