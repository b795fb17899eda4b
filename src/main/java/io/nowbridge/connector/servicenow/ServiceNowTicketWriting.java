package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.JournalEntry;
import io.nowbridge.servicenow.Journals;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.servicenow.TaskView;
import io.nowbridge.servicenow.TaskViews;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketWriting;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes into tasks of a ServiceNow instance, and looks for what was written. */
final class ServiceNowTicketWriting implements TicketWriting {

    private final TaskViews tasks;
    private final Journals journals;
    private final Ourselves ourselves;

    ServiceNowTicketWriting(ServiceNow serviceNow, Ourselves ourselves) {
        this.tasks = serviceNow.taskViews();
        this.journals = serviceNow.journals();
        this.ourselves = ourselves;
    }

    @Override
    public Uni<Written> write(TicketRef ticket, Entry entry) {
        return tasks.change(ticket.table(), new SysId(ticket.id()), columns(entry))
                .map(written -> written.map(ServiceNowTicketWriting::done).orElseGet(Written.Missing::new))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    private static Map<String, String> columns(Entry entry) {
        var columns = new HashMap<>(entry.fields());
        entry.description().ifPresent(text -> columns.put("description", text));
        entry.note().ifPresent(text -> columns.put("work_notes", text));
        entry.customerNote().ifPresent(text -> columns.put("comments", text));
        entry.state().ifPresent(code -> columns.put("state", code));
        return JournalText.plain(columns);
    }

    private static Written done(io.nowbridge.servicenow.Written<TaskView> written) {
        return new Written.Done(
                ServiceNowTicketSearch.ticket(written.record()),
                written.differences().stream().map(NotStored::warning).toList());
    }

    @Override
    public Uni<Trace> trace(TicketRef ticket, String reference) {
        var sysId = new SysId(ticket.id());
        return Uni.combine()
                .all()
                .unis(entries(journals.containing(sysId, reference)), ourselves.userName())
                .asTuple()
                .flatMap(seen -> isOurs(seen.getItem1(), seen.getItem2(), reference)
                        ? Uni.createFrom().item(Trace.FOUND)
                        : whyItIsNotSeen(ticket, sysId, reference))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    // Somebody may quote it, so it must stand where we put it, under our name as far as we know that.
    private static boolean isOurs(List<JournalEntry> entries, Optional<String> us, String reference) {
        return entries.stream()
                .filter(entry -> us.map(entry.author()::equalsIgnoreCase).orElse(true))
                .anyMatch(entry -> entry.text().stripTrailing().endsWith(reference));
    }

    private Uni<Trace> whyItIsNotSeen(TicketRef ticket, SysId sysId, String reference) {
        return entries(journals.latest(sysId, 1))
                .flatMap(any -> any.isEmpty()
                        ? journals.text(ticket.table(), sysId).map(text -> inText(text, reference))
                        : Uni.createFrom().item(Trace.ABSENT));
    }

    // Without a right to the entries there is the history as people see it, in which an empty line ends an entry.
    private static Trace inText(Optional<String> text, String reference) {
        var atTheEnd = Pattern.compile(Pattern.quote(reference) + "\\h*(?:\\R\\h*\\R|\\s*\\z)");
        return text.map(all -> atTheEnd.matcher(all).find() ? Trace.FOUND : Trace.ABSENT)
                .orElse(Trace.BLIND);
    }

    private static Uni<List<JournalEntry>> entries(Uni<List<JournalEntry>> read) {
        return read.onFailure(Forbidden.class).recoverWithItem(List.of());
    }
}
