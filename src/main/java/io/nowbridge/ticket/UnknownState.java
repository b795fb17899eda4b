package io.nowbridge.ticket;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Why it is not known how a ticket is, and who can do what about it. */
public record UnknownState(Reason reason, Failure failure) {

    /** What stands between us and the ticket. */
    public enum Reason {
        CREDENTIALS,
        /** The ticket is not there any more. */
        DELETED,
        RIGHTS,
        UNREACHABLE,
        /** Nothing flows over the connection: the link is history. */
        CLOSED;

        /** As it is written in answers: {@code deleted}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static UnknownState of(TicketRef ticket, ConnectedSystemException failure) {
        var reason = switch (failure) {
            case ConnectedSystemException.Unauthorized e -> Reason.CREDENTIALS;
            case ConnectedSystemException.Forbidden e -> Reason.RIGHTS;
            case ConnectedSystemException.Rejected e -> Reason.RIGHTS;
            case ConnectedSystemException.Unavailable e -> Reason.UNREACHABLE;
            case ConnectedSystemException.Unintelligible e -> Reason.UNREACHABLE;
        };
        return new UnknownState(reason, Failure.of(ticket.id(), failure));
    }

    static UnknownState tooSlow(TicketRef ticket, Duration limit) {
        return of(
                Reason.UNREACHABLE,
                ticket,
                "The connected system did not answer within " + limit.toMillis() + " ms",
                WhoCanFix.NOBODY,
                "Look again in a moment.");
    }

    static UnknownState deleted(TicketRef ticket) {
        return of(
                Reason.DELETED,
                ticket,
                "The ticket is not there any more",
                WhoCanFix.CALLER,
                "Remove the link, or link another ticket.");
    }

    static UnknownState hidden(TicketRef ticket) {
        return of(
                Reason.RIGHTS,
                ticket,
                "The ticket was deleted, or the integration user may not see it",
                WhoCanFix.ADMINISTRATOR,
                "Give the integration user the right to read the ticket, or remove the link.");
    }

    static UnknownState closed(TicketRef ticket, Connection.State state) {
        return of(
                Reason.CLOSED,
                ticket,
                "The connection " + ticket.connection() + " is in the state " + state.label(),
                WhoCanFix.ADMINISTRATOR,
                "Enable or reconnect it to see the ticket as it is; until then the link is history.");
    }

    static UnknownState removed(TicketRef ticket, List<ConnectionId> known) {
        return of(
                Reason.CLOSED,
                ticket,
                "There is no connection " + ticket.connection() + " any more; connected are: " + known,
                WhoCanFix.CALLER,
                "Remove the link.");
    }

    private static UnknownState of(
            Reason reason, TicketRef ticket, String cause, WhoCanFix whoCanFix, String resolution) {
        return new UnknownState(reason, new Failure(ticket.id(), cause, whoCanFix, resolution));
    }
}
