package io.nowbridge;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.budget.Budgets;
import io.nowbridge.connection.Connections;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.FollowPace;
import io.nowbridge.order.Looks;
import io.nowbridge.order.OrderDesk.OrderDesks;
import io.nowbridge.order.OrderPace;
import io.nowbridge.order.OrderQueue;
import io.nowbridge.order.OrderWork;
import io.nowbridge.order.OrderWork.Conditions;
import io.nowbridge.order.OrderWork.Ends;
import io.nowbridge.order.OrderWork.Stores;
import io.nowbridge.order.Orders;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.KeptProducts;
import io.nowbridge.template.Templates;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The part of the object graph that has purchase orders placed. */
final class OrderWiring {

    @Produces
    @Singleton
    Ends orderEnds(
            Templates templates,
            Connections connections,
            OrderDesks desks,
            Distributors distributors,
            Catalogues catalogues) {
        return new Ends(templates, connections, desks, distributors, catalogues);
    }

    @Produces
    @Singleton
    Stores orderStores(
            Orders orders, Looks looks, OrderQueue queue, KeptProducts kept, Budgets budgets, ActivityLog log) {
        return new Stores(orders, looks, queue, kept, budgets, log);
    }

    @Produces
    @Singleton
    OrderWork orderWork(
            Ends ends,
            Stores stores,
            FollowPace following,
            InstantSource clock,
            RandomGenerator chance,
            OrderConfig config) {
        var pace = new OrderPace(
                config.margin(),
                config.shift(),
                config.sending(),
                config.settling(),
                config.longestPause(),
                config.patience(),
                config.atOnce(),
                config.wakeAtOnce());
        return OrderWork.of(
                ends,
                stores,
                new Conditions(clock, chance, () -> UUID.randomUUID().toString(), pace, following));
    }
}
