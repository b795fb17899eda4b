package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.ticket.TicketForms;
import io.nowbridge.ticket.TicketForms.Spec;
import io.nowbridge.ticket.Warning;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/**
 * What a form for a ticket can hold, as it goes over the wire.
 *
 * @param tables all that tickets can be opened in, the most usual first
 * @param table the one that the fields are of
 */
@RegisterForReflection
record FormReply(
        List<TableReply> tables,
        String table,
        List<FieldReply> fields,
        List<PriorityReply> priorities,
        List<WarningReply> warnings) {

    @RegisterForReflection
    record TableReply(String name, String label) {}

    /** A field; what does not apply is left out: a length of 0, choices that there are none of, a parent. */
    @RegisterForReflection
    record FieldReply(
            String name,
            String column,
            String label,
            String type,
            boolean mandatory,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int length,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ChoiceReply> choices,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String dependsOn) {

        static FieldReply of(TicketForms.Field field) {
            return new FieldReply(
                    field.name(),
                    field.column(),
                    field.label(),
                    field.type().name().toLowerCase(Locale.ROOT),
                    field.mandatory(),
                    field.length(),
                    field.choices().stream().map(ChoiceReply::of).toList(),
                    field.dependsOn());
        }
    }

    @RegisterForReflection
    record ChoiceReply(
            String value,
            String label,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String dependsOn) {

        static ChoiceReply of(TicketForms.Choice choice) {
            return new ChoiceReply(choice.value(), choice.label(), choice.dependsOn());
        }
    }

    @RegisterForReflection
    record WarningReply(String field, String message) {

        static WarningReply of(Warning warning) {
            return new WarningReply(warning.field(), warning.message());
        }
    }

    /** The priority that results; {@code assumed}, and only then there, if the desk does not say. */
    @RegisterForReflection
    record PriorityReply(
            String impact,
            String urgency,
            String priority,
            String label,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean assumed) {

        static PriorityReply of(TicketForms.PriorityRule rule) {
            return new PriorityReply(rule.impact(), rule.urgency(), rule.priority(), rule.label(), rule.assumed());
        }
    }

    /** People or groups that fit. */
    @RegisterForReflection
    record NamesReply(List<NamedReply> items) {

        static NamesReply of(List<TicketForms.Named> names) {
            return new NamesReply(names.stream().map(NamedReply::of).toList());
        }
    }

    @RegisterForReflection
    record NamedReply(String id, String name, String detail) {

        static NamedReply of(TicketForms.Named named) {
            return new NamedReply(named.id(), named.name(), named.detail());
        }
    }

    static FormReply of(List<TicketForms.Table> tables, Spec spec) {
        return new FormReply(
                tables.stream()
                        .map(table -> new TableReply(table.name(), table.label()))
                        .toList(),
                spec.table().name(),
                spec.fields().stream().map(FieldReply::of).toList(),
                spec.priorities().stream().map(PriorityReply::of).toList(),
                spec.warnings().stream().map(WarningReply::of).toList());
    }
}
