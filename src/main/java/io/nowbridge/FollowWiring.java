package io.nowbridge;

import io.nowbridge.order.FollowPace;
import io.nowbridge.order.OrderQueue;
import io.nowbridge.order.Orders;
import io.nowbridge.order.WakeDueStatuses;
import io.nowbridge.template.Templates;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What follows orders. */
final class FollowWiring {

    @Produces
    @Singleton
    FollowPace followPace(FollowConfig config) {
        return new FollowPace(
                config.soonest(),
                config.settling(),
                config.billing(),
                config.waiting(),
                config.farthest(),
                config.patience(),
                config.bills(),
                config.memory());
    }

    @Produces
    @Singleton
    WakeDueStatuses wakeDueStatuses(
            Templates templates, Orders orders, OrderQueue queue, InstantSource clock, FollowConfig config) {
        return new WakeDueStatuses(templates, orders, queue, clock, config.wakeAtOnce());
    }
}
