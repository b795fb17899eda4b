package io.nowbridge.product;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.budget.Budgets;
import io.nowbridge.connection.Connections;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.ProductDesk.ProductDesks;
import io.nowbridge.product.Runs.Chunks;
import io.nowbridge.template.Templates;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** All that can be done with products. */
public record ProductWork(
        StartRun start,
        StartDueRuns startDue,
        PlanRun plan,
        SyncProducts sync,
        CancelRun cancel,
        ConfirmRun confirm,
        RetryRun retry,
        RepeatRun repeat,
        ShowProduct product,
        ShowCatalogue catalogue,
        CountSelection selection) {

    /** What is at both ends, and what is set about them. */
    public record Ends(Templates templates, Connections connections, Catalogues catalogues, ProductDesks desks) {}

    /** What outlives a function. */
    public record Stores(
            Runs runs,
            Chunks chunks,
            KeptProducts kept,
            Assortments assortments,
            RunQueue queue,
            Budgets budgets,
            ActivityLog log) {}

    /**
     * What makes one time, place and process different from another.
     *
     * @param ids names runs and workers, never the same twice
     * @param mostVanished the share of what is at the desk, in percent, that a full file may lack before a person is asked
     */
    public record Conditions(
            InstantSource clock, RandomGenerator chance, Supplier<String> ids, Pace pace, int mostVanished) {}

    public static ProductWork of(Ends ends, Stores stores, Conditions conditions) {
        var ways = new Ways(ends.templates(), ends.connections());
        var log = new RunLog(stores.log(), conditions.clock());
        var counts = new EditionCounts(ends.catalogues(), stores.assortments());
        var endRun = new EndRun(stores.runs(), stores.chunks(), log, conditions.clock());
        var start = new StartRun(
                ways,
                ends.catalogues(),
                ends.desks(),
                stores.runs(),
                stores.queue(),
                log,
                conditions.clock(),
                conditions.ids());
        var retry = new RetryRun(stores.runs(), stores.chunks(), start);
        return new ProductWork(
                start,
                new StartDueRuns(
                        ends.templates(),
                        stores.runs(),
                        start,
                        new LeftRuns(stores, log, endRun, conditions),
                        log,
                        conditions),
                new PlanRun(ways, ends.catalogues(), stores, endRun, log, conditions),
                new SyncProducts(ways, ends.desks(), stores, endRun, conditions),
                new CancelRun(stores.runs(), endRun),
                new ConfirmRun(stores.runs(), stores.queue(), log),
                retry,
                new RepeatRun(retry),
                new ShowProduct(ways, ends.catalogues(), stores),
                new ShowCatalogue(ends.connections(), ends.catalogues(), counts),
                new CountSelection(ways, ends.catalogues(), counts));
    }
}
