package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.SystemType;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Item.Difference;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.ProductDesk.ProductDesks;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A desk that keeps products in a map; it can refuse some of them, or everything for a while. */
final class FakeProductDesk implements ProductDesk, ProductDesks {

    private final SortedMap<Sku, Map<Part, SortedMap<String, String>>> records = new TreeMap<>();
    private final Deque<ConnectedSystemException> failures = new ArrayDeque<>();
    private final Set<Sku> refused = new HashSet<>();
    private final List<Sku> created = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private boolean leavesExisting;
    private int calls;

    SortedMap<Sku, Map<Part, SortedMap<String, String>>> records() {
        return records;
    }

    /** It had a product before anybody wrote it. */
    void has(String sku, String column, String value) {
        records.computeIfAbsent(new Sku(sku), any -> new EnumMap<>(Part.class))
                .computeIfAbsent(Part.OFFER, any -> new TreeMap<>())
                .put(column, value);
    }

    /** Whether it leaves products alone that it had. */
    void leavesExisting(boolean does) {
        leavesExisting = does;
    }

    /** The SKUs of the records that were created, in their order. */
    List<Sku> created() {
        return created;
    }

    Set<Sku> refused() {
        return refused;
    }

    int calls() {
        return calls;
    }

    /** The next calls fail, one after the other. */
    void failNext(ConnectedSystemException failure, int times) {
        for (var left = times; left > 0; left--) {
            failures.add(failure);
        }
    }

    /** What happens while the next call is under way. */
    void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    @Override
    public boolean serve(Connection desk) {
        return desk.type() == SystemType.SERVICENOW;
    }

    @Override
    public ProductDesk of(Connection desk, Template template) {
        return this;
    }

    @Override
    public Uni<List<Item>> write(List<Change> changes) {
        return answering(changes, this::write);
    }

    @Override
    public Uni<List<Item>> compare(List<Change> changes) {
        return answering(changes, this::compare);
    }

    private Uni<List<Item>> answering(List<Change> changes, Function<Change, Item> answer) {
        return Uni.createFrom().item(() -> {
            calls++;
            var happening = meanwhile;
            meanwhile = () -> {};
            happening.run();
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return changes.stream().map(answer).toList();
        });
    }

    private Item write(Change change) {
        if (refused.contains(change.sku())) {
            return Item.failed(
                    change, new Failure(change.sku().value(), "It is refused", WhoCanFix.ADMINISTRATOR, "Allow it"));
        }
        var isNew = !records.containsKey(change.sku());
        if (!isNew && change.action() == Action.CREATE && leavesExisting) {
            return item(change, Outcome.ADOPTED, List.of());
        }
        if (isNew) {
            created.add(change.sku());
        }
        var record = records.computeIfAbsent(change.sku(), sku -> new EnumMap<>(Part.class));
        change.parts()
                .forEach(part -> record.computeIfAbsent(part, any -> new TreeMap<>())
                        .putAll(change.wanted().fields(part)));
        return item(change, written(change.action(), isNew), List.of());
    }

    private static Outcome written(Action action, boolean isNew) {
        return switch (action) {
            case CREATE -> isNew ? Outcome.CREATED : Outcome.ADOPTED;
            case UPDATE -> Outcome.UPDATED;
            case DEACTIVATE -> Outcome.DEACTIVATED;
            case COMPARE -> throw new IllegalArgumentException("is to be compared, and was to be written");
        };
    }

    private Item compare(Change change) {
        var record = records.get(change.sku());
        if (record == null) {
            return item(change, Outcome.MISSING, List.of());
        }
        var differences = new ArrayList<Difference>();
        change.parts()
                .forEach(part -> change.wanted().fields(part).forEach((column, value) -> {
                    var now = record.getOrDefault(part, new TreeMap<>()).getOrDefault(column, "");
                    if (!now.equals(value)) {
                        differences.add(new Difference(part, column, now, value));
                    }
                }));
        return item(change, differences.isEmpty() ? Outcome.SAME : Outcome.DIFFERENT, differences);
    }

    private static Item item(Change change, Outcome outcome, List<Difference> differences) {
        return new Item(change.sku(), change.action(), outcome, DeskIds.DERIVED, differences, Optional.empty());
    }
}
