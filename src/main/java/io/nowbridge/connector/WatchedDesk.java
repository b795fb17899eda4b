package io.nowbridge.connector;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.TicketChanges;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketForms;
import io.nowbridge.ticket.TicketSearch;
import io.nowbridge.ticket.TicketWriting;
import io.smallrye.mutiny.Uni;

/**
 * A desk whose connection is watched: it writes nothing once that is closed, and tells when the credentials are refused, so
 * that administrators see it before they are told.
 */
record WatchedDesk(TicketDesk desk, Watch watch) implements TicketDesk {

    @Override
    public ConnectionId connection() {
        return desk.connection();
    }

    @Override
    public Uni<Integer> descriptionLength(String table) {
        return watch.on(desk.descriptionLength(table));
    }

    @Override
    public Uni<Check> check(TicketForm form) {
        return watch.on(desk.check(form));
    }

    @Override
    public Uni<Sight> look(LinkId link, String table) {
        return watch.on(desk.look(link, table));
    }

    @Override
    public Uni<Opened> open(LinkId link, TicketForm form) {
        return watch.onWrite(() -> desk.open(link, form));
    }

    @Override
    public TicketSearch search() {
        return new WatchedSearch(desk.search(), watch);
    }

    @Override
    public TicketWriting writing() {
        return new WatchedWriting(desk.writing(), watch);
    }

    @Override
    public TicketChanges changes() {
        return new WatchedChanges(desk.changes(), watch);
    }

    @Override
    public TicketForms forms() {
        return new WatchedForms(desk.forms(), watch);
    }
}
