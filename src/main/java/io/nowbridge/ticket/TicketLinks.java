package io.nowbridge.ticket;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Remembers which anomaly belongs to which ticket, readable from both ends. */
public interface TicketLinks {

    /** Remembers a link; doing so again changes nothing. */
    Uni<Void> link(Link link, Ticket ticket);

    Uni<Optional<LinkedTicket>> find(AnomalyId anomaly, LinkId link);

    /** The tickets of an anomaly, in the order of their links' ids. */
    Uni<Page<LinkedTicket>> ofAnomaly(AnomalyId anomaly, PageRequest request);

    /** The link between the two; one of them, should there be several. */
    default Uni<Optional<LinkedTicket>> between(AnomalyId anomaly, TicketRef ticket) {
        return Page.all(request -> ofAnomaly(anomaly, request))
                .filter(linked -> linked.ref().equals(ticket))
                .toUni()
                .map(Optional::ofNullable);
    }

    /** The anomalies of a ticket, in the order of their links' ids. */
    Uni<Page<LinkedTicket>> ofTicket(TicketRef ticket, PageRequest request);

    /** All links of a connection, not necessarily the youngest ones. */
    Uni<Page<LinkedTicket>> ofConnection(ConnectionId connection, PageRequest request);

    /** Forgets a link, in both directions; fine if there is none. */
    Uni<Void> unlink(LinkedTicket linked);
}
