package io.nowbridge;

import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.IgnoreEntry;
import io.nowbridge.activity.MakeSupportBundle;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.RetryEntry;
import io.nowbridge.connection.Connections;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.RetryTicketUpdate;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.order.OrderWork;
import io.nowbridge.product.ProductWork;
import io.nowbridge.sync.BeginReplay;
import io.nowbridge.sync.KeepingInStep;
import io.quarkus.runtime.ApplicationConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What people do from the log. */
final class ActivityActionWiring {

    @Produces
    @Singleton
    RetryTicketUpdate retryTicketUpdate(
            TicketUpdates updates, DeliveryQueue queue, InstantSource clock, DeliveryConfig config) {
        return new RetryTicketUpdate(
                updates, queue, clock, () -> UUID.randomUUID().toString(), config.lease());
    }

    @Produces
    @Singleton
    RetryEntry retryEntry(
            ActivityHistory history,
            ActivityLog log,
            KeepingInStep keeping,
            RetryTicketUpdate updates,
            ProductWork products,
            OrderWork orders,
            InstantSource clock) {
        var repeats = new ArrayList<Repeat>(keeping.repeats());
        repeats.add(updates);
        repeats.add(products.repeat());
        repeats.add(orders.repeat());
        return new RetryEntry(
                history,
                log,
                List.copyOf(repeats),
                clock,
                () -> UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    IgnoreEntry ignoreEntry(ActivityHistory history, ActivityLog log, InstantSource clock) {
        return new IgnoreEntry(history, log, clock, () -> UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    MakeSupportBundle makeSupportBundle(
            ActivityHistory history,
            Connections connections,
            ActivityLog log,
            InstantSource clock,
            ApplicationConfig application) {
        return new MakeSupportBundle(
                history,
                connections,
                log,
                clock,
                () -> UUID.randomUUID().toString(),
                application.version().orElseThrow());
    }

    @Produces
    @Singleton
    BeginReplay beginReplay(KeepingInStep keeping) {
        return keeping.beginReplay();
    }
}
