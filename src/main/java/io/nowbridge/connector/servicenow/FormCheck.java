package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketDesk.Check;
import io.nowbridge.ticket.TicketForm;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replaces the names on a form by what ServiceNow stores, or says which of them it does not know. */
final class FormCheck {

    private static final String TABLES =
            Arrays.stream(TaskTable.values()).map(TaskTable::tableName).collect(Collectors.joining(", "));

    private final ChoiceCheck choices;
    private final ReferenceCheck references;
    private final KnownColumns columns;

    FormCheck(ServiceNow serviceNow, KnownColumns columns) {
        this.choices = new ChoiceCheck(serviceNow.choices());
        this.references = new ReferenceCheck(serviceNow.users(), serviceNow.groups());
        this.columns = columns;
    }

    Uni<Check> check(TicketForm form) {
        return TaskTable.named(form.table())
                .map(table -> columns.of(table).flatMap(known -> check(table, known, form)))
                .orElseGet(() -> unfit(List.of(new Misfit("table", "is not one of: " + TABLES))));
    }

    private Uni<Check> check(TaskTable table, Map<String, Column> known, TicketForm form) {
        var objections = FieldCheck.objections(table, known, form);
        if (!objections.isEmpty()) {
            return unfit(objections);
        }
        return Uni.combine()
                .all()
                .unis(
                        choices.check(table.tableName(), form),
                        references.group("assignmentGroup", form.assignmentGroup()),
                        references.user("assignedTo", form.assignedTo()),
                        references.user("caller", form.caller()))
                .with((chosen, group, assignee, caller) -> judge(form, chosen, group, assignee, caller));
    }

    private static Uni<Check> unfit(List<Misfit> misfits) {
        return Uni.createFrom().item(new Check.Unfit(misfits));
    }

    private static Check judge(TicketForm form, ChosenValues chosen, Finding group, Finding assignee, Finding caller) {
        var findings = Stream.concat(chosen.findings(), Stream.of(group, assignee, caller))
                .toList();
        var misfits =
                findings.stream().flatMap(finding -> finding.misfits().stream()).toList();
        if (!misfits.isEmpty()) {
            return new Check.Unfit(misfits);
        }
        var fit = new TicketForm(
                form.table(),
                form.shortDescription(),
                form.description(),
                chosen.category().value(),
                chosen.subcategory().value(),
                chosen.impact().value(),
                chosen.urgency().value(),
                group.value(),
                assignee.value(),
                caller.value(),
                form.fields());
        return new Check.Fit(
                fit,
                findings.stream()
                        .flatMap(finding -> finding.warnings().stream())
                        .toList());
    }
}
