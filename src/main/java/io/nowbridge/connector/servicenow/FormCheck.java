package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketDesk.Check;
import io.nowbridge.ticket.TicketForm;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** Replaces the names on a form by what ServiceNow stores, or says which of them it does not know. */
final class FormCheck {

    private static final String TABLE = "incident";

    private final ChoiceCheck choices;
    private final ReferenceCheck references;

    FormCheck(ServiceNow serviceNow) {
        this.choices = new ChoiceCheck(serviceNow.choices());
        this.references = new ReferenceCheck(serviceNow.users(), serviceNow.groups());
    }

    Uni<Check> check(TicketForm form) {
        var objections = objections(form);
        if (!objections.isEmpty()) {
            return Uni.createFrom().item(new Check.Unfit(objections));
        }
        return Uni.combine()
                .all()
                .unis(
                        choices.check(TABLE, form),
                        references.group("assignmentGroup", form.assignmentGroup()),
                        references.user("assignedTo", form.assignedTo()),
                        references.user("caller", form.caller()))
                .with((chosen, group, assignee, caller) -> judge(form, chosen, group, assignee, caller));
    }

    // A column that the form has a field for would otherwise pass by what is checked of that field.
    private static List<Misfit> objections(TicketForm form) {
        var table = Stream.of(form.table())
                .filter(name -> !name.equals(TABLE))
                .map(name -> new Misfit("table", "Tickets are opened in the table incident only"));
        var columns = form.fields().keySet().stream()
                .flatMap(column -> FormFields.objection(column).stream()
                        .map(objection -> new Misfit("fields." + column, objection)));
        return Stream.concat(table, columns).toList();
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
