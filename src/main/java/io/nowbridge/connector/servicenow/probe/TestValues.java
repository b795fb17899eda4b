package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.servicenow.Account;
import io.nowbridge.servicenow.Choice;
import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes values for a record of a test that mean nothing to anybody and wake nobody up. */
final class TestValues {

    private static final String TEXT = "Nowbridge connection test";

    private final KnownTable table;
    private final Optional<Account> account;
    private final Map<String, List<Choice>> choices;

    TestValues(KnownTable table, Optional<Account> account, Map<String, List<Choice>> choices) {
        this.table = table;
        this.account = account;
        this.choices = choices;
    }

    /** The marks, and a value for each column that is written and has a harmless one. */
    Map<String, String> of(Mark mark) {
        var values = new LinkedHashMap<String, String>();
        table.need().written().forEach(field -> harmless(field, values).ifPresent(value -> values.put(field, value)));
        values.put("sys_id", mark.sysId().value());
        values.put("correlation_id", mark.correlationId());
        values.put("short_description", Mark.TITLE);
        return values;
    }

    private Optional<String> harmless(String field, Map<String, String> chosen) {
        var column = Optional.ofNullable(table.columns().get(field));
        if (!table.has(field)
                || Difference.isJournal(field)
                || column.filter(Column::readOnly).isPresent()) {
            return Optional.empty();
        }
        var offered = choices.getOrDefault(field, List.of());
        return offered.isEmpty()
                ? column.flatMap(this::plain)
                : leastUrgent(offered, column.map(Column::defaultValue).orElse(""), chosen);
    }

    // Those of impact and urgency come last. What depends on another column's value (a subcategory) must fit it, and a
    // default would be there even if it could not be written.
    private static Optional<String> leastUrgent(List<Choice> offered, String defaultValue, Map<String, String> chosen) {
        return offered.reversed().stream()
                .filter(choice -> choice.dependentValue().isEmpty() || chosen.containsValue(choice.dependentValue()))
                .map(Choice::value)
                .filter(value -> !value.equals(defaultValue))
                .findFirst();
    }

    // A group would be told of its new ticket; the integration user reads no mail.
    private Optional<String> plain(Column column) {
        return switch (column.type()) {
            case "string" -> Optional.of(TEXT).filter(text -> !column.choice() && text.length() <= column.maxLength());
            case "reference" ->
                column.reference().equals("sys_user")
                        ? account.map(user -> user.sysId().value())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
