package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.servicenow.Difference;
import io.nowbridge.servicenow.Incident;
import io.nowbridge.servicenow.IncidentDraft;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketChanges;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketForms;
import io.nowbridge.ticket.TicketSearch;
import io.nowbridge.ticket.TicketWriting;
import io.nowbridge.ticket.Warning;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.stream.Stream;

/** Incidents of a ServiceNow instance as tickets. */
public final class ServiceNowTicketDesk implements TicketDesk {

    // As ServiceNow ships: task.description holds 4000 characters.
    private static final int DESCRIPTION_LENGTH = 4000;

    // Whoever asked for a ticket did not ask for these.
    private static final Set<String> OURS = Set.of("sys_id", "correlation_id", "correlation_display");

    private final ConnectionId connection;
    private final ServiceNow serviceNow;
    private final FormCheck formCheck;
    private final JournalCheck journalCheck;
    private final TicketSearch search;
    private final TicketWriting writing;
    private final TicketChanges changes;

    public ServiceNowTicketDesk(ConnectionId connection, ServiceNow serviceNow) {
        this.connection = connection;
        this.serviceNow = serviceNow;
        this.formCheck = new FormCheck(serviceNow);
        this.journalCheck = new JournalCheck(serviceNow.incidents());
        var ourselves = new Ourselves(serviceNow.self());
        this.search = new ServiceNowTicketSearch(serviceNow);
        this.writing = new ServiceNowTicketWriting(serviceNow, ourselves);
        this.changes = new ServiceNowTicketChanges(connection, serviceNow, ourselves);
    }

    @Override
    public ConnectionId connection() {
        return connection;
    }

    @Override
    public int descriptionLength() {
        return DESCRIPTION_LENGTH;
    }

    @Override
    public Uni<Check> check(TicketForm form) {
        return formCheck.check(form).onFailure(ServiceNowException.class).transform(Translation::of);
    }

    @Override
    public Uni<Sight> look(LinkId link) {
        var incidents = serviceNow.incidents();
        // An instance may refuse the correlation id's column or ignore our sys_id: either one proves the record ours.
        return incidents
                .findByCorrelationId(link.toString())
                .onFailure(ServiceNowException.Forbidden.class)
                .recoverWithUni(unreadable -> incidents
                        .read(sysId(link))
                        .onItem()
                        .transformToUni(found -> found.isPresent()
                                ? Uni.createFrom().item(found)
                                : Uni.createFrom().failure(unreadable)))
                .flatMap(found -> found.isPresent() ? Uni.createFrom().item(found) : incidents.read(sysId(link)))
                .flatMap(found -> found.map(incident -> Uni.createFrom().<Sight>item(new Sight.Found(ticket(incident))))
                        .orElseGet(this::whyNothingIsSeen))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    private Uni<Sight> whyNothingIsSeen() {
        return serviceNow.incidents().visible().map(visible -> visible ? new Sight.Absent() : new Sight.Blind());
    }

    @Override
    public Uni<Opened> open(LinkId link, TicketForm form) {
        return serviceNow
                .incidents()
                .open(draft(link, form))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of)
                .flatMap(written -> journalCheck
                        .check(written.record().sysId(), form.fields())
                        .map(unseen -> new Opened(
                                ticket(written.record()),
                                Stream.concat(
                                                written.differences().stream()
                                                        .filter(difference -> !OURS.contains(difference.field()))
                                                        .map(ServiceNowTicketDesk::warning),
                                                unseen.stream())
                                        .toList())));
    }

    private static IncidentDraft draft(LinkId link, TicketForm form) {
        return new IncidentDraft(
                sysId(link),
                link.toString(),
                "Nowbridge",
                form.shortDescription(),
                form.description(),
                form.category(),
                form.subcategory(),
                form.impact(),
                form.urgency(),
                form.assignmentGroup().map(SysId::new),
                form.assignedTo().map(SysId::new),
                form.caller().map(SysId::new),
                form.fields());
    }

    // The same 128 bits in ServiceNow's notation, so that a repeated insert meets its own record.
    private static SysId sysId(LinkId link) {
        return new SysId(link.toString().replace("-", ""));
    }

    private static Ticket ticket(Incident incident) {
        return new Ticket(
                incident.sysId().value(),
                "incident",
                incident.number(),
                incident.shortDescription(),
                incident.state().label(),
                incident.state().code(),
                incident.priority().label(),
                incident.url());
    }

    private static Warning warning(Difference difference) {
        return new Warning(
                FormFields.named(difference.field()),
                difference.stored().isEmpty()
                        ? "ServiceNow did not store it: the integration user may not write it, or there is no such field."
                        : "ServiceNow stored it otherwise than sent.");
    }

    @Override
    public TicketSearch search() {
        return search;
    }

    @Override
    public TicketWriting writing() {
        return writing;
    }

    @Override
    public TicketChanges changes() {
        return changes;
    }

    @Override
    public TicketForms forms() {
        throw new UnsupportedOperationException();
    }
}
