package io.nowbridge.product;

import static java.util.stream.Collectors.toMap;

import io.nowbridge.activity.Failure;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Item.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The work on one chunk: what is done already is passed over, the rest is written or compared, and what is known after that
 * is kept before anybody is told.
 */
final class ChunkWork {

    private final KeptProducts kept;
    private final InstantSource clock;
    private final ProductDesk desk;
    private final ProductMapping mapping;
    private final Run run;

    ChunkWork(KeptProducts kept, InstantSource clock, ProductDesk desk, ProductMapping mapping, Run run) {
        this.kept = kept;
        this.clock = clock;
        this.desk = desk;
        this.mapping = mapping;
        this.run = run;
    }

    /** Does it, as far as the desk lets it; answers for each change, in their order. */
    Uni<List<Item>> run(List<Change> changes) {
        return settle(changes, this::make);
    }

    /** Does nothing more about it: what is not done has failed. */
    Uni<List<Item>> giveUp(List<Change> changes, Function<Sku, Failure> why) {
        return settle(
                changes,
                left -> Uni.createFrom()
                        .item(left.stream()
                                .map(change -> Item.failed(change, why.apply(change.sku())))
                                .toList()));
    }

    private Uni<List<Item>> settle(List<Change> changes, Function<List<Change>, Uni<List<Item>>> make) {
        return Knowledge.of(kept, run.pairing(), changes.stream().map(Change::sku))
                .flatMap(knowledge -> settle(changes, knowledge, make));
    }

    private Uni<List<Item>> settle(
            List<Change> changes, Knowledge known, Function<List<Change>, Uni<List<Item>>> make) {
        var left = changes.stream()
                .filter(change -> !isDone(change, known.of(change.sku())))
                .map(change -> placed(change, known.of(change.sku())))
                .toList();
        return made(left, make).flatMap(made -> {
            var items = made.stream().collect(toMap(Item::sku, item -> item));
            return known.note(newer(left, items, known))
                    .replaceWith(() -> changes.stream()
                            .map(change -> Optional.ofNullable(items.get(change.sku()))
                                    .orElseGet(() -> doneBefore(change, known.of(change.sku()))))
                            .toList());
        });
    }

    private static Uni<List<Item>> made(List<Change> left, Function<List<Change>, Uni<List<Item>>> make) {
        return left.isEmpty() ? Uni.createFrom().item(List.of()) : make.apply(left);
    }

    private Uni<List<Item>> make(List<Change> changes) {
        return writes()
                ? desk.write(changes)
                : desk.compare(changes)
                        .map(items -> items.stream().map(this::asASyncWould).toList());
    }

    // What is there and was never written by us would be left as it is.
    private Item asASyncWould(Item item) {
        var isThere = item.outcome() == Outcome.SAME || item.outcome() == Outcome.DIFFERENT;
        return isThere && item.action() == Action.CREATE && !mapping.updatesExisting()
                ? new Item(item.sku(), item.action(), Outcome.ADOPTED, item.ids(), List.of(), Optional.empty())
                : item;
    }

    private boolean writes() {
        return switch (run.task()) {
            case SYNC, REFRESH -> true;
            case DRY_RUN, VERIFY -> false;
        };
    }

    // By an attempt that died before it could say so.
    private boolean isDone(Change change, Optional<Kept> known) {
        return writes() && known.filter(one -> isDone(change, one)).isPresent();
    }

    private static boolean isDone(Change change, Kept known) {
        return change.action() == Action.DEACTIVATE
                ? !known.active()
                : change.parts().stream().allMatch(part -> known.imprint().says(part, change.imprint()));
    }

    // Where the records are is known by whoever wrote them last, which may be later than the plan.
    private static Change placed(Change change, Optional<Kept> known) {
        return known.map(Kept::ids).map(change::at).orElse(change);
    }

    private List<Kept> newer(List<Change> changes, Map<Sku, Item> items, Knowledge known) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return changes.stream()
                .flatMap(change -> Optional.ofNullable(items.get(change.sku()))
                        .flatMap(item -> newer(change, item, known.of(change.sku()), now))
                        .stream())
                .toList();
    }

    private Optional<Kept> newer(Change change, Item item, Optional<Kept> known, Instant now) {
        return switch (item.outcome()) {
            case CREATED, ADOPTED, UPDATED, DEACTIVATED, SAME ->
                writes() ? Optional.of(written(change, item, known, now)) : Optional.empty();
            // It may have been written in part; what is not known is written by the next run.
            case FAILED -> writes() ? known.map(one -> forgetting(one, change.parts())) : Optional.empty();
            case DIFFERENT, MISSING ->
                run.task() == Run.Task.VERIFY ? known.map(one -> forgetting(one, drifted(item))) : Optional.empty();
        };
    }

    private Kept written(Change change, Item item, Optional<Kept> known, Instant now) {
        var active = mapping.isActive(change, known.map(Kept::active).orElse(true));
        var kept = new Kept(change.sku(), change.imprint(), item.ids(), active, now);
        return change.action() == Action.CREATE && !mapping.updatesExisting() ? forgetting(kept, left(item)) : kept;
    }

    // So that it is written once that is wanted.
    private static Set<Part> left(Item item) {
        if (item.outcome() == Outcome.ADOPTED) {
            return Set.of(Part.values());
        }
        return item.ids().product().isPresent() ? Set.of(Part.PRODUCT) : Set.of();
    }

    private static Kept forgetting(Kept known, Set<Part> parts) {
        var imprint = new Imprint(
                parts.contains(Part.PRODUCT) ? Imprint.UNKNOWN : known.imprint().product(),
                parts.contains(Part.OFFER) ? Imprint.UNKNOWN : known.imprint().offer());
        return new Kept(known.sku(), imprint, known.ids(), known.active(), known.writtenAt());
    }

    // What was changed behind our back is put right by the next synchronisation.
    private static Set<Part> drifted(Item item) {
        if (item.outcome() == Outcome.MISSING) {
            return Set.of(Part.values());
        }
        var parts = new HashSet<Part>();
        item.differences().forEach(difference -> parts.add(difference.part()));
        return parts;
    }

    private static Item doneBefore(Change change, Optional<Kept> known) {
        var ids = known.map(Kept::ids).orElse(change.ids());
        var outcome = switch (change.action()) {
            case CREATE -> ids.equals(DeskIds.DERIVED) ? Outcome.CREATED : Outcome.ADOPTED;
            case UPDATE -> Outcome.UPDATED;
            case DEACTIVATE -> Outcome.DEACTIVATED;
            case COMPARE -> Outcome.SAME;
        };
        return new Item(change.sku(), change.action(), outcome, ids, List.of(), Optional.empty());
    }
}
