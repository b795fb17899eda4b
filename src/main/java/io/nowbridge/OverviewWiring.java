package io.nowbridge;

import io.nowbridge.activity.ActivityCounts;
import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.connection.Connections;
import io.nowbridge.delivery.Backlog;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.overview.ShowOverview;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What people see first. */
final class OverviewWiring {

    @Produces
    @Singleton
    ShowOverview showOverview(
            Connections connections,
            ActivityCounts counts,
            ActivityHistory history,
            TicketUpdates updates,
            InstantSource clock) {
        return new ShowOverview(connections, counts, history, new Backlog(updates), clock);
    }
}
