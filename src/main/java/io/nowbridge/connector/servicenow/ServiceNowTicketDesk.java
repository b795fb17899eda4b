package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.servicenow.Task;
import io.nowbridge.servicenow.TaskDraft;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.servicenow.Tasks;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketChanges;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketForms;
import io.nowbridge.ticket.TicketSearch;
import io.nowbridge.ticket.TicketWriting;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tasks of a ServiceNow instance as tickets. */
public final class ServiceNowTicketDesk implements TicketDesk {

    // Whoever asked for a ticket did not ask for these.
    private static final Set<String> OURS = Set.of("sys_id", "correlation_id", "correlation_display");

    private final ConnectionId connection;
    private final ServiceNow serviceNow;
    private final FormCheck formCheck;
    private final KnownColumns columns;
    private final TicketSearch search;
    private final TicketWriting writing;
    private final TicketChanges changes;

    public ServiceNowTicketDesk(ConnectionId connection, ServiceNow serviceNow) {
        this.connection = connection;
        this.serviceNow = serviceNow;
        this.columns = new KnownColumns(serviceNow.dictionary());
        this.formCheck = new FormCheck(serviceNow, columns);
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
    public Uni<Integer> descriptionLength(String table) {
        return TaskTable.named(table)
                .map(columns::of)
                .orElseGet(() -> Uni.createFrom().item(Map.of()))
                .map(ServiceNowTicketDesk::descriptionLength)
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    private static int descriptionLength(Map<String, Column> columns) {
        return Optional.ofNullable(columns.get(FormField.DESCRIPTION.column()))
                .map(Column::maxLength)
                .filter(length -> length > 0)
                .orElse(FormField.DESCRIPTION.length());
    }

    @Override
    public Uni<Check> check(TicketForm form) {
        return formCheck.check(form).onFailure(ServiceNowException.class).transform(Translation::of);
    }

    @Override
    public Uni<Sight> look(LinkId link, String table) {
        return TaskTable.named(table)
                .map(known -> look(link, serviceNow.tasks(known)))
                // Nothing is opened in any other.
                .orElseGet(() -> Uni.createFrom().item(new Sight.Absent()));
    }

    private static Uni<Sight> look(LinkId link, Tasks tasks) {
        // An instance may refuse the correlation id's column or ignore our sys_id: either one proves the record ours.
        return tasks.findByCorrelationId(link.toString())
                .onFailure(ServiceNowException.Forbidden.class)
                .recoverWithUni(unreadable -> tasks.read(sysId(link))
                        .onItem()
                        .transformToUni(found -> found.isPresent()
                                ? Uni.createFrom().item(found)
                                : Uni.createFrom().failure(unreadable)))
                .flatMap(found -> found.isPresent() ? Uni.createFrom().item(found) : tasks.read(sysId(link)))
                .flatMap(found -> found.map(task -> Uni.createFrom().<Sight>item(new Sight.Found(ticket(task))))
                        .orElseGet(() -> whyNothingIsSeen(tasks)))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    private static Uni<Sight> whyNothingIsSeen(Tasks tasks) {
        return tasks.visible().map(visible -> visible ? new Sight.Absent() : new Sight.Blind());
    }

    @Override
    public Uni<Opened> open(LinkId link, TicketForm form) {
        var tasks = serviceNow.tasks(TaskTable.named(form.table()).orElseThrow());
        var fields = JournalText.plain(form.fields());
        return tasks.open(draft(link, form, fields))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of)
                .flatMap(written -> new JournalCheck(tasks)
                        .check(written.record().sysId(), fields)
                        .map(unseen -> new Opened(
                                ticket(written.record()),
                                Stream.concat(
                                                written.differences().stream()
                                                        .filter(difference -> !OURS.contains(difference.field()))
                                                        .map(NotStored::warning),
                                                unseen.stream())
                                        .toList())));
    }

    private static TaskDraft draft(LinkId link, TicketForm form, Map<String, String> fields) {
        return new TaskDraft(
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
                fields);
    }

    // The same 128 bits in ServiceNow's notation, so that a repeated insert meets its own record.
    private static SysId sysId(LinkId link) {
        return new SysId(link.toString().replace("-", ""));
    }

    static Ticket ticket(Task task) {
        return new Ticket(
                task.sysId().value(),
                task.table().tableName(),
                task.number(),
                task.shortDescription(),
                task.state().label(),
                task.state().code(),
                task.priority().label(),
                task.url());
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
        return new ServiceNowTicketForms(serviceNow, columns);
    }
}
