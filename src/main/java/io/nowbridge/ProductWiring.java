package io.nowbridge;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.budget.Budgets;
import io.nowbridge.connection.Connections;
import io.nowbridge.product.Assortments;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.KeptProducts;
import io.nowbridge.product.Pace;
import io.nowbridge.product.ProductDesk.ProductDesks;
import io.nowbridge.product.ProductWork;
import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Ends;
import io.nowbridge.product.ProductWork.Stores;
import io.nowbridge.product.RunQueue;
import io.nowbridge.product.Runs;
import io.nowbridge.template.Templates;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The part of the object graph that keeps a distributor's catalogue at a desk. */
final class ProductWiring {

    @Produces
    @Singleton
    Ends ends(Templates templates, Connections connections, Catalogues catalogues, ProductDesks desks) {
        return new Ends(templates, connections, catalogues, desks);
    }

    @Produces
    @Singleton
    Stores stores(
            Runs runs,
            Runs.Chunks chunks,
            KeptProducts kept,
            Assortments assortments,
            RunQueue queue,
            Budgets budgets,
            ActivityLog log) {
        return new Stores(runs, chunks, kept, assortments, queue, budgets, log);
    }

    @Produces
    @Singleton
    ProductWork productWork(
            Ends ends, Stores stores, InstantSource clock, RandomGenerator chance, ProductConfig config) {
        var pace = new Pace(config.margin(), config.shift(), config.chunk(), config.longestPause(), config.patience());
        return ProductWork.of(
                ends,
                stores,
                new Conditions(clock, chance, () -> UUID.randomUUID().toString(), pace, config.mostVanished()));
    }
}
