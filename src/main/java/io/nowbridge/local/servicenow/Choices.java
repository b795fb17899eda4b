package io.nowbridge.local.servicenow;

import java.util.List;
import java.util.Optional;

/** What choice columns may hold, as the rows of {@code sys_choice} say; a table's own set replaces its parent's. */
final class Choices {

    private final Records records;

    Choices(Records records) {
        this.records = records;
    }

    List<Row> options(Table table, String element) {
        return table.lineage().stream()
                .map(member -> declared(member, element))
                .filter(declared -> !declared.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    Optional<String> label(Table table, String element, String value) {
        return options(table, element).stream()
                .filter(option -> option.value("value").equals(value))
                .map(option -> option.value("label"))
                .findFirst();
    }

    Optional<String> value(Table table, String element, String label) {
        return options(table, element).stream()
                .filter(option -> option.value("label").equalsIgnoreCase(label))
                .map(option -> option.value("value"))
                .findFirst();
    }

    private List<Row> declared(String table, String element) {
        return records.with("sys_choice", "name", table).stream()
                .filter(option -> option.value("element").equals(element) && !option.is("inactive"))
                .toList();
    }
}
