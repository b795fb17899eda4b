package io.nowbridge.ticket;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Rights;
import io.nowbridge.access.TeamRight;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists links with their tickets as they are now; to whoever may see the anomalies. */
public final class ListTickets {

    // As many questions of rights at once; most are answered from what one page has in common.
    private static final int CONCURRENCY = 8;

    /** What became of the request. */
    public sealed interface Outcome {

        /** A page of links, which may be shorter than asked for, or empty, and yet have a next one. */
        record Listed(Page<ListedTicket> page) implements Outcome {}

        record NotAllowed(String missing) implements Outcome {}
    }

    private final Rights rights;
    private final TicketLinks links;
    private final Refresh refresh;

    public ListTickets(Rights rights, TicketLinks links, Refresh refresh) {
        this.rights = rights;
        this.links = links;
        this.refresh = refresh;
    }

    /** The tickets of an anomaly. */
    public Uni<Outcome> ofAnomaly(Requester requester, AnomalyId anomaly, PageRequest request) {
        return rights.missing(requester, anomaly, TeamRight.REPORTER)
                .flatMap(missing -> missing.map(right -> Uni.createFrom().<Outcome>item(new Outcome.NotAllowed(right)))
                        .orElseGet(() -> links.ofAnomaly(anomaly, request).flatMap(this::listed)));
    }

    /** The links of a ticket to those anomalies that the requester may see. */
    public Uni<Outcome> ofTicket(Requester requester, TicketRef ticket, PageRequest request) {
        return links.ofTicket(ticket, request)
                .flatMap(page -> visible(requester, page))
                .flatMap(this::listed);
    }

    /** All links over a connection, for whoever manages: where the next page begins names anomalies too. */
    public Uni<Outcome> ofConnection(Requester requester, ConnectionId connection, PageRequest request) {
        return requester.manages()
                ? links.ofConnection(connection, request).flatMap(this::listed)
                : Uni.createFrom().item(new Outcome.NotAllowed("the role Manager or Admin"));
    }

    private Uni<Page<LinkedTicket>> visible(Requester requester, Page<LinkedTicket> page) {
        return Multi.createFrom()
                .items(page.items().stream()
                        .map(linked -> linked.link().anomaly())
                        .distinct())
                .onItem()
                .transformToUni(anomaly -> rights.missing(requester, anomaly, TeamRight.REPORTER)
                        .map(missing -> missing.isEmpty() ? Optional.of(anomaly) : Optional.<AnomalyId>empty()))
                .merge(CONCURRENCY)
                .collect()
                .asList()
                .map(allowed -> only(
                        page,
                        Set.copyOf(allowed.stream().flatMap(Optional::stream).toList())));
    }

    private static Page<LinkedTicket> only(Page<LinkedTicket> page, Set<AnomalyId> allowed) {
        List<LinkedTicket> visible = page.items().stream()
                .filter(linked -> allowed.contains(linked.link().anomaly()))
                .toList();
        return new Page<>(visible, page.next());
    }

    private Uni<Outcome> listed(Page<LinkedTicket> page) {
        return refresh.of(page.items()).map(listed -> new Outcome.Listed(new Page<>(listed, page.next())));
    }
}
