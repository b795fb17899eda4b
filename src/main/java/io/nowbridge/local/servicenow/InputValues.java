package io.nowbridge.local.servicenow;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what was sent into what is stored, with the instance's silence about all it drops, cuts or changes. */
final class InputValues {

    private static final String ANY_CHOICE = "glide.rest.choice.allow_non_existing_value";

    private static final String OWN_CURRENCY = "USD";
    private static final Pattern AMOUNT = Pattern.compile("(?:([A-Z]{3});)?(-?\\d{1,18}(?:\\.\\d{1,18})?)");

    private final Instance instance;

    InputValues(Instance instance) {
        this.instance = instance;
    }

    /** How a body is to be read: raw, or as display values in the caller's zone. */
    record Reading(boolean displayValues, boolean systemFields, Caller caller) {

        static Reading of(Request request) {
            return new Reading(
                    request.call().flag("sysparm_input_display_value"),
                    request.call().flag("sysparm_suppress_auto_sys_field"),
                    request.caller());
        }
    }

    /** The columns that the body sets; journal texts are among them. */
    Map<String, String> read(Table table, Map<String, Object> body, Reading reading) {
        var values = new LinkedHashMap<String, String>();
        body.forEach((name, sent) -> table.column(name)
                .filter(column -> isWritable(table, column, reading))
                .flatMap(column -> value(table, column, text(sent), reading))
                .ifPresent(value -> values.put(name, value)));
        return values;
    }

    private boolean isWritable(Table table, Column column, Reading reading) {
        var system = column.name().startsWith("sys_") && !column.name().equals("sys_id");
        return (!column.readOnly() || (reading.systemFields() && system))
                && column.type() != Column.Type.JOURNAL_LIST
                && instance.access().canWriteField(reading.caller(), table, column.name());
    }

    // The server stringifies a nested object the way Java prints a map: "{link=https://..., value=...}".
    private static String text(Object sent) {
        return sent == null ? "" : sent.toString();
    }

    private Optional<String> value(Table table, Column column, String sent, Reading reading) {
        if (sent.isEmpty()) {
            // An empty value clears any field but a choice that always has one.
            return Optional.of("")
                    .filter(cleared -> !column.choice() || column.initial().isEmpty());
        }
        if (column.choice()) {
            return choice(table, column, sent, reading.displayValues());
        }
        var zone = reading.displayValues() ? reading.caller().zone() : ZoneOffset.UTC;
        return Optional.of(cut(typed(column, sent, zone, reading), column));
    }

    private String typed(Column column, String sent, ZoneId zone, Reading reading) {
        return switch (column.type()) {
            case INTEGER ->
                Comparison.number(sent)
                        .map(number -> number.toBigInteger().toString())
                        .orElse("");
            case DECIMAL ->
                Comparison.number(sent).map(number -> number.toPlainString()).orElse("");
            case CURRENCY -> amount(sent);
            case BOOLEAN -> String.valueOf(sent.equalsIgnoreCase("true") || sent.equals("1"));
            case DATE ->
                Optional.of(sent.substring(0, Math.min(sent.length(), 10)))
                        .filter(Times::isDate)
                        .orElse("");
            case DATE_TIME -> Times.stored(sent, zone).orElse("");
            case REFERENCE -> reading.displayValues() ? reference(column, sent) : sent;
            case STRING, DURATION, JOURNAL, JOURNAL_LIST, PASSWORD, GUID, LIST -> sent;
        };
    }

    // "USD;27.12" names its currency; an amount in the instance's own is kept as the number alone.
    private static String amount(String sent) {
        var amount = AMOUNT.matcher(sent);
        if (!amount.matches()) {
            return "";
        }
        var currency = Optional.ofNullable(amount.group(1)).orElse(OWN_CURRENCY);
        return currency.equals(OWN_CURRENCY) ? amount.group(2) : sent;
    }

    private String reference(Column column, String sent) {
        var target = column.reference().flatMap(instance.schema()::find);
        return target.filter(
                        table -> instance.records().find(table.name(), sent).isPresent())
                .map(table -> sent)
                .or(() -> target.flatMap(table -> instance.display().find(table, sent))
                        .map(Row::sysId))
                .orElse("");
    }

    // An unknown choice is discarded: a new record gets the default, an old one keeps what it has. A set that the
    // instance does not define restricts nothing.
    private Optional<String> choice(Table table, Column column, String sent, boolean displayValue) {
        var options = instance.choices().options(table, column.name());
        if (displayValue) {
            var value = instance.choices().value(table, column.name(), sent);
            if (value.isPresent()) {
                return value;
            }
        }
        var known = options.isEmpty()
                || options.stream().anyMatch(option -> option.value("value").equals(sent));
        return known || instance.properties().flag(ANY_CHOICE) ? Optional.of(cut(sent, column)) : Optional.empty();
    }

    private static String cut(String value, Column column) {
        return value.length() > column.maxLength() ? value.substring(0, column.maxLength()) : value;
    }
}
