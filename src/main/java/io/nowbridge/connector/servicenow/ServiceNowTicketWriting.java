package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.servicenow.TaskView;
import io.nowbridge.servicenow.TaskViews;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketWriting;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;

/** Writes into tasks of a ServiceNow instance, and looks for what was written. */
final class ServiceNowTicketWriting implements TicketWriting {

    private final TaskViews tasks;
    private final JournalTrace trace;

    ServiceNowTicketWriting(ServiceNow serviceNow, Ourselves ourselves) {
        this.tasks = serviceNow.taskViews();
        this.trace = new JournalTrace(serviceNow.journals(), ourselves);
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
        return trace.of(ticket.table(), new SysId(ticket.id()), reference)
                .map(sight -> switch (sight) {
                    case FOUND -> Trace.FOUND;
                    case ABSENT -> Trace.ABSENT;
                    case BLIND -> Trace.BLIND;
                })
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }
}
