package io.nowbridge.sync;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.TicketLinks;
import io.smallrye.mutiny.Multi;
import java.util.Optional;

/** The anomalies that have tickets, a page of each desk's links at a time, going round. */
final class LinkedAnomalies {

    private static final int LINKS = 100;

    private final Connections connections;
    private final TicketLinks links;
    private final Marks marks;

    LinkedAnomalies(Connections connections, TicketLinks links, Marks marks) {
        this.connections = connections;
        this.links = links;
        this.marks = marks;
    }

    /** Those whose turn it is, each once. */
    Multi<AnomalyId> next(String source) {
        return connections
                .all()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .filter(connection -> connection.type().kind() == Kind.DESK)
                .onItem()
                .transformToMultiAndConcatenate(desk -> page(source, desk))
                .filter(anomaly -> anomaly.source().equals(source))
                .select()
                .distinct();
    }

    private Multi<AnomalyId> page(String source, Connection desk) {
        var mark = "round#" + source + "#" + desk.id();
        return marks.find(mark)
                .map(place -> place.filter(text -> !text.isEmpty()))
                .flatMap(place -> links.ofConnection(desk.id(), new PageRequest(LINKS, place)))
                .call(page -> marks.keep(mark, page.next().orElse(""), Optional.empty()))
                .onItem()
                .transformToMulti(page -> Multi.createFrom().iterable(page.items()))
                .map(linked -> linked.link().anomaly());
    }
}
