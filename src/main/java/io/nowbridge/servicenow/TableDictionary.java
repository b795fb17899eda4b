package io.nowbridge.servicenow;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The dictionary as rows of {@code sys_dictionary}, in which each column is described where it is declared. */
final class TableDictionary implements Dictionary {

    private static final String NAME = "Reading the dictionary";

    private static final List<String> COLUMNS = List.of(
            "sys_id",
            "name",
            "element",
            "column_label",
            "internal_type",
            "max_length",
            "reference",
            "choice",
            "mandatory",
            "read_only",
            "default_value");

    // The deepest of the standard product, below cmdb, have six above them.
    private static final List<String> ANCESTORS = Stream.iterate("super_class", path -> path + ".super_class")
            .limit(8)
            .map(path -> path + ".name")
            .toList();

    private final Instance instance;

    TableDictionary(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<Map<String, Column>> columns(String table) {
        if (!Literal.isName(table)) {
            return Uni.createFrom().failure(new Rejected(NAME + " needs the name of a table", "", Effect.NONE));
        }
        return lineage(table)
                .flatMap(lineage -> lineage.isEmpty() ? Uni.createFrom().item(Map.of()) : ofAll(lineage));
    }

    // The table and those that it extends, the nearest first.
    private Uni<List<String>> lineage(String table) {
        var asked = Stream.concat(Stream.of("name"), ANCESTORS.stream()).toList();
        return instance.few(
                        NAME,
                        "sys_db_object",
                        asked,
                        Query.where("name", table),
                        row -> asked.stream()
                                .map(row::text)
                                .filter(Literal::isName)
                                .toList())
                .map(found -> found.stream()
                        .filter(lineage ->
                                !lineage.isEmpty() && lineage.getFirst().equals(table))
                        .findFirst()
                        .orElse(List.of()));
    }

    private Uni<Map<String, Column>> ofAll(List<String> lineage) {
        var query = Query.where("name").isOneOf(lineage).and("active", "true");
        return instance.all(NAME, "sys_dictionary", COLUMNS, query, row -> row)
                // A row without an element describes the table itself.
                .filter(row -> lineage.contains(row.text("name"))
                        && !row.text("element").isEmpty())
                .collect()
                .asList()
                .map(rows -> rows.stream()
                        .sorted(Comparator.comparingInt(row -> lineage.indexOf(row.text("name"))))
                        .map(TableDictionary::column)
                        .collect(toUnmodifiableMap(Column::name, Function.identity(), (nearer, farther) -> nearer)));
    }

    private static Column column(Row row) {
        return new Column(
                row.text("element"),
                row.text("column_label"),
                row.text("internal_type"),
                length(row.text("max_length")),
                row.text("reference"),
                // 1 and 3 are lists to choose from; 2 only suggests.
                row.text("choice").matches("[13]"),
                row.text("mandatory").equals("true"),
                row.text("read_only").equals("true"),
                row.text("default_value"));
    }

    private static int length(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
