package io.nowbridge.connector;

import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.TicketChanges;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketForms;
import io.nowbridge.ticket.TicketSearch;
import io.nowbridge.ticket.TicketWriting;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A desk whose connection is watched: it writes nothing once that is closed, and tells when the credentials are refused, so
 * that administrators see it before they are told.
 *
 * @param stillOpen fails with a {@link io.nowbridge.connection.ConnectedSystemException} once it is closed
 */
record WatchedDesk(TicketDesk desk, Supplier<Uni<Void>> stillOpen, Function<Unauthorized, Uni<Void>> tell)
        implements TicketDesk {

    @Override
    public ConnectionId connection() {
        return desk.connection();
    }

    @Override
    public Uni<Integer> descriptionLength(String table) {
        return watched(desk.descriptionLength(table));
    }

    @Override
    public Uni<Check> check(TicketForm form) {
        return watched(desk.check(form));
    }

    @Override
    public Uni<Sight> look(LinkId link, String table) {
        return watched(desk.look(link, table));
    }

    @Override
    public Uni<Opened> open(LinkId link, TicketForm form) {
        return stillOpen.get().chain(() -> watched(desk.open(link, form)));
    }

    // The caller is to hear of the refusal, whatever becomes of telling others.
    private <T> Uni<T> watched(Uni<T> work) {
        return work.onFailure(Unauthorized.class)
                .call(refusal -> tell.apply(refusal)
                        .onFailure()
                        .invoke(refusal::addSuppressed)
                        .onFailure()
                        .recoverWithNull());
    }

    @Override
    public TicketSearch search() {
        return new WatchedSearch(desk.search(), watch());
    }

    @Override
    public TicketWriting writing() {
        return new WatchedWriting(desk.writing(), watch());
    }

    @Override
    public TicketChanges changes() {
        return new WatchedChanges(desk.changes(), watch());
    }

    private Watch watch() {
        return new Watch(stillOpen, tell);
    }

    @Override
    public TicketForms forms() {
        throw new UnsupportedOperationException();
    }
}
