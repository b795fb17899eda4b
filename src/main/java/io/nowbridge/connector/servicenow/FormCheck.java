package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketDesk.Check;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.Warning;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Replaces the names on a form by what ServiceNow stores, or says which of them it does not know. */
final class FormCheck {

    private static final String TABLES = String.join(", ", TicketTables.ALL);

    private final ChoiceCheck choices;
    private final ReferenceCheck references;
    private final KnownColumns columns;

    FormCheck(ServiceNow serviceNow, KnownColumns columns) {
        this.choices = new ChoiceCheck(new ReadableChoices(serviceNow.choices()));
        this.references = new ReferenceCheck(serviceNow.users(), serviceNow.groups());
        this.columns = columns;
    }

    Uni<Check> check(TicketForm form) {
        return TaskTable.named(form.table())
                .map(table -> columns.of(table).flatMap(known -> check(table, known, form)))
                .orElseGet(() -> unfit(List.of(new Misfit("table", "is not one of: " + TABLES))));
    }

    private Uni<Check> check(TaskTable table, Map<String, Column> known, TicketForm asked) {
        var form = FieldCheck.fitting(table, asked);
        var objections = FieldCheck.objections(table, known, form);
        return objections.isEmpty()
                ? checkNames(form).map(check -> warned(check, FieldCheck.leftOut(table, asked)))
                : unfit(objections);
    }

    private Uni<Check> checkNames(TicketForm form) {
        return Uni.combine()
                .all()
                .unis(
                        choices.check(form.table(), form),
                        references.group("assignmentGroup", form.assignmentGroup()),
                        references.user("assignedTo", form.assignedTo()),
                        references.user("caller", form.caller()))
                .with((chosen, group, assignee, caller) -> judge(form, chosen, group, assignee, caller));
    }

    private static Check warned(Check check, List<Warning> further) {
        return switch (check) {
            case Check.Unfit unfit -> unfit;
            case Check.Fit(var form, var warnings) ->
                new Check.Fit(
                        form, Stream.concat(further.stream(), warnings.stream()).toList());
        };
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
