package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Run.Task;
import io.nowbridge.template.TemplateId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs, chunks and what became of them, as the tests of their stores speak of them. */
public final class RunFixtures {

    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    public static final TemplateId TEMPLATE = new TemplateId("template");
    public static final Pairing PAIRING = new Pairing(new ConnectionId("desk"), new ConnectionId("distributor"));
    public static final Pairing OTHER_PAIRING = new Pairing(new ConnectionId("desk"), new ConnectionId("another"));
    public static final Failure FAILURE =
            new Failure("SKU 7", "It has no category", WhoCanFix.ADMINISTRATOR, "Map its category");

    private RunFixtures() {}

    /** A synchronisation that nobody has taken. */
    public static Run run(String id) {
        return run(id, PAIRING, NOW);
    }

    public static Run run(String id, Pairing pairing, Instant at) {
        return Run.of(new RunId(id), TEMPLATE, pairing, Task.SYNC, List.of(), "maria", at);
    }

    /** The next version of a run, in another state. */
    public static Run next(Run run, State state, Progress progress) {
        return new Run(
                run.id(),
                run.template(),
                run.pairing(),
                run.task(),
                run.only(),
                run.startedBy(),
                run.at(),
                state,
                run.confirmed(),
                run.attempt(),
                run.edition(),
                run.found(),
                run.remarks(),
                progress,
                run.waitingFor(),
                run.stop(),
                run.result(),
                state == State.ENDED ? Optional.of(NOW) : Optional.empty(),
                run.version() + 1);
    }

    public static Chunk chunk(Run run, int place, int part, String... skus) {
        return new Chunk(
                new ChunkKey(run.id(), run.attempt(), place, part),
                List.of(skus).stream().map(RunFixtures::change).toList(),
                0);
    }

    public static Change change(String sku) {
        return change(sku, Action.UPDATE);
    }

    public static Change change(String sku, Action action) {
        return new Change(
                action,
                Set.of(Part.OFFER),
                new DeskProduct(
                        new Sku(sku),
                        "cmdb_hardware_product_model",
                        new TreeMap<>(Map.of("name", "Écran 27\"", "description", "")),
                        new TreeMap<>(Map.of("price", "129.90")),
                        Optional.of("EUR")),
                new DeskIds(Optional.of("8a5055c9c61122780043563ef53438e3"), Optional.empty()),
                new Imprint(Long.MIN_VALUE, 42),
                2);
    }

    public static Item item(String sku, Outcome outcome) {
        return new Item(
                new Sku(sku),
                Action.UPDATE,
                outcome,
                new DeskIds(Optional.empty(), Optional.of("another id")),
                List.of(new Item.Difference(Part.OFFER, "price", "119.90", "129.90")),
                outcome == Outcome.FAILED ? Optional.of(FAILURE) : Optional.empty());
    }
}
