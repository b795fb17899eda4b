package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.servicenow.JournalEntry;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.ticket.TicketChanges;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What people have done to tasks of a ServiceNow instance. */
final class ServiceNowTicketChanges implements TicketChanges {

    private final ConnectionId connection;
    private final ServiceNow serviceNow;
    private final Ourselves ourselves;

    ServiceNowTicketChanges(ConnectionId connection, ServiceNow serviceNow, Ourselves ourselves) {
        this.connection = connection;
        this.serviceNow = serviceNow;
        this.ourselves = ourselves;
    }

    @Override
    public Multi<Changed> since(String table, Instant since) {
        return serviceNow
                .taskViews()
                .changedSince(table, since)
                .map(change -> new Changed(
                        new TicketRef(connection, change.table(), change.sysId().value()), change.at()))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    // Notes of which nobody can say whose they are would come back to us as a person's.
    @Override
    public Uni<List<TicketNote>> notes(TicketRef ticket, int limit) {
        return ourselves
                .userName()
                .flatMap(us -> us.map(name -> notes(new SysId(ticket.id()), limit, name))
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    private Uni<List<TicketNote>> notes(SysId ticket, int limit, String us) {
        return serviceNow
                .journals()
                .latest(ticket, limit)
                .onFailure(Forbidden.class)
                .recoverWithItem(List.of())
                .map(entries -> entries.stream().map(entry -> note(entry, us)).toList());
    }

    private static TicketNote note(JournalEntry entry, String us) {
        return new TicketNote(
                entry.sysId().value(),
                entry.author(),
                entry.author().equalsIgnoreCase(us),
                entry.text(),
                entry.column().equals("comments"),
                entry.at());
    }
}
