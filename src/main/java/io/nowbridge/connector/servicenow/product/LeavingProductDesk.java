package io.nowbridge.connector.servicenow.product;

import static java.util.stream.Collectors.toMap;

import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.ProductDesk;
import io.nowbridge.product.Sku;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A desk that leaves products as they are which were there before us, for ways of writing that cannot tell them from new ones:
 * what is to be created is looked for first.
 */
public final class LeavingProductDesk implements ProductDesk {

    private final ProductDesk desk;

    public LeavingProductDesk(ProductDesk desk) {
        this.desk = desk;
    }

    @Override
    public Uni<List<Item>> write(List<Change> changes) {
        var creations = changes.stream()
                .filter(change -> change.action() == Action.CREATE)
                .toList();
        return creations.isEmpty()
                ? desk.write(changes)
                : desk.compare(creations).flatMap(seen -> writeRest(changes, there(seen)));
    }

    @Override
    public Uni<List<Item>> compare(List<Change> changes) {
        return desk.compare(changes);
    }

    private static Map<Sku, Item> there(List<Item> seen) {
        return seen.stream()
                .filter(item -> item.outcome() == Outcome.SAME || item.outcome() == Outcome.DIFFERENT)
                .map(item ->
                        new Item(item.sku(), item.action(), Outcome.ADOPTED, item.ids(), List.of(), Optional.empty()))
                .collect(toMap(Item::sku, Function.identity()));
    }

    private Uni<List<Item>> writeRest(List<Change> changes, Map<Sku, Item> there) {
        var rest = changes.stream()
                .filter(change -> !there.containsKey(change.sku()))
                .toList();
        return desk.write(rest).map(items -> {
            var written = items.iterator();
            return changes.stream()
                    .map(change -> Optional.ofNullable(there.get(change.sku())).orElseGet(written::next))
                    .toList();
        });
    }
}
