package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.connection.SystemType;
import io.nowbridge.template.Field;
import io.nowbridge.template.Option;
import io.nowbridge.template.Part;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.ValueMap;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a kind of template can be told, as it goes over the wire: forms are built from it. */
@RegisterForReflection
record TemplateKindReply(
        String kind,
        String title,
        long shortestIntervalMinutes,
        List<PartReply> tables,
        List<FieldReply> fields,
        List<ValueMapReply> mappings,
        List<OptionReply> options) {

    /** A table by its part, and which it usually is by the type of the desk. */
    @RegisterForReflection
    record PartReply(String part, Map<String, String> suggestions) {

        static PartReply of(Part part) {
            return new PartReply(part.name(), byType(part.tables()));
        }
    }

    /**
     * A field that may be mapped to a column.
     *
     * @param requiredWhen the options' values of which each makes it required
     * @param length how many characters the column must hold; 0 for any
     */
    @RegisterForReflection
    record FieldReply(
            String field,
            String part,
            String access,
            boolean required,
            List<RequiredWhen> requiredWhen,
            int length,
            Map<String, String> suggestions) {

        static FieldReply of(Field field) {
            return new FieldReply(
                    field.name(),
                    field.part(),
                    field.access().name().toLowerCase(Locale.ROOT),
                    field.required(),
                    field.requiredWhen().stream().map(RequiredWhen::of).toList(),
                    field.length(),
                    byType(field.suggestions()));
        }
    }

    @RegisterForReflection
    record RequiredWhen(String option, String value) {

        static RequiredWhen of(Field.Chosen chosen) {
            return new RequiredWhen(chosen.option().name(), chosen.value());
        }
    }

    /**
     * A translation of values.
     *
     * @param keys the distributor's values there are; empty if any that match {@code pattern} will do
     */
    @RegisterForReflection
    record ValueMapReply(String mapping, String field, List<String> keys, String pattern, List<String> required) {

        static ValueMapReply of(ValueMap map) {
            return new ValueMapReply(
                    map.name(), map.field(), map.keys(), map.shape().pattern(), map.required());
        }
    }

    /**
     * An option with its limits: {@code values} of a choice or a list, {@code longest} of a text, {@code pattern} and
     * {@code mostValues} of a list, the others of an amount.
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OptionReply(
            String option,
            String type,
            Object preset,
            @Nullable List<String> values,
            @Nullable Integer longest,
            @Nullable String least,
            @Nullable String most,
            @Nullable String pattern,
            @Nullable Integer mostValues) {

        static OptionReply of(Option<?> option) {
            var name = option.name();
            var preset = option.preset();
            return switch (option.type()) {
                case Option.Type.Toggle() ->
                    new OptionReply(name, "toggle", preset, null, null, null, null, null, null);
                case Option.Type.Choice(var values) ->
                    new OptionReply(name, "choice", preset, values, null, null, null, null, null);
                case Option.Type.Text(var longest) ->
                    new OptionReply(name, "text", preset, null, longest, null, null, null, null);
                case Option.Type.Amount(var least, var most) ->
                    new OptionReply(
                            name,
                            "amount",
                            preset,
                            null,
                            null,
                            least.toPlainString(),
                            most.toPlainString(),
                            null,
                            null);
                case Option.Type.Many(var shape, var values, var most) ->
                    new OptionReply(
                            name,
                            "list",
                            "",
                            values.isEmpty() ? null : values,
                            null,
                            null,
                            null,
                            shape.pattern(),
                            most);
            };
        }
    }

    static TemplateKindReply of(TemplateKind kind) {
        var sheet = kind.sheet();
        return new TemplateKindReply(
                kind.label(),
                kind.title(),
                sheet.shortestInterval().toMinutes(),
                sheet.parts().stream().map(PartReply::of).toList(),
                sheet.fields().stream().map(FieldReply::of).toList(),
                sheet.valueMaps().stream().map(ValueMapReply::of).toList(),
                sheet.options().stream().map(OptionReply::of).toList());
    }

    private static Map<String, String> byType(Map<SystemType, String> suggestions) {
        return suggestions.entrySet().stream()
                .collect(Collectors.toMap(suggestion -> suggestion.getKey().label(), Map.Entry::getValue));
    }
}
