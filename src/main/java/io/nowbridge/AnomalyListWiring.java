package io.nowbridge;

import io.nowbridge.access.DatastoreAccess;
import io.nowbridge.access.Rights;
import io.nowbridge.access.Sights;
import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.ticket.ListAnomalies;
import io.nowbridge.ticket.ShowAnomaly;
import io.nowbridge.ticket.TicketCounts;
import io.nowbridge.ticket.TicketLinks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What people see of anomalies. */
final class AnomalyListWiring {

    @Produces
    @Singleton
    ListAnomalies listAnomalies(AnomalyPlatforms platforms, DatastoreAccess access, TicketLinks links) {
        return new ListAnomalies(platforms, new Sights(access), new TicketCounts(links));
    }

    @Produces
    @Singleton
    ShowAnomaly showAnomaly(Rights rights, Anomalies anomalies, AnomalyPlatforms platforms, TicketLinks links) {
        return new ShowAnomaly(rights, anomalies, platforms, new TicketCounts(links));
    }
}
