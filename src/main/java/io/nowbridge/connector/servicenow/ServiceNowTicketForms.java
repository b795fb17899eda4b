package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Group;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.servicenow.User;
import io.nowbridge.ticket.TicketForms;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Forms for the task tables of a ServiceNow instance, as far as its user may read dictionary and choices. */
final class ServiceNowTicketForms implements TicketForms {

    private final ServiceNow serviceNow;
    private final KnownColumns columns;
    private final ReadableChoices choices;
    private final ReadablePriorities priorities;

    ServiceNowTicketForms(ServiceNow serviceNow, KnownColumns columns) {
        this.serviceNow = serviceNow;
        this.columns = columns;
        this.choices = new ReadableChoices(serviceNow.choices());
        this.priorities = new ReadablePriorities(serviceNow.priorities());
    }

    @Override
    public List<Table> tables() {
        return Arrays.stream(TaskTable.values()).map(FormSpec::table).toList();
    }

    @Override
    public Uni<Spec> describe(String name) {
        var table = TaskTable.named(name).orElseThrow();
        return columns.of(table)
                .map(known -> new FormSpec(table, known))
                .flatMap(form -> Uni.combine()
                        .all()
                        .unis(choices.of(name, form.choiceColumns()), priorities.of(table))
                        .with(form::with))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    @Override
    public Uni<List<Named>> people(String text, int limit) {
        return serviceNow
                .users()
                .beginningWith(text, limit)
                .map(found -> found.stream().map(ServiceNowTicketForms::person).toList())
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    @Override
    public Uni<List<Named>> groups(String text, int limit) {
        return serviceNow
                .groups()
                .containing(text, limit)
                .map(found -> found.stream().map(ServiceNowTicketForms::group).toList())
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    private static Named person(User user) {
        var detail = Stream.of(user.userName(), user.email())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Named(user.sysId().value(), user.name(), detail);
    }

    private static Named group(Group group) {
        return new Named(group.sysId().value(), group.name(), group.description());
    }
}
