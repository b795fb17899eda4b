package io.nowbridge.local.servicenow;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Who stands where: below someone or something in a hierarchy, or where a dynamic filter says. */
final class Hierarchies {

    // The two dynamic filter options of every instance: "Me" and "One of my groups".
    private static final String ME = "90d1921e5f510100a9ad2572f2b477fe";
    private static final String MY_GROUPS = "d6435e965f510100a9ad2572f2b477fe";

    private final Schema schema;
    private final Records records;
    private final Caller caller;

    Hierarchies(Schema schema, Records records, Caller caller) {
        this.schema = schema;
        this.records = records;
        this.caller = caller;
    }

    boolean isDynamic(String actual, String option) {
        return switch (option) {
            case ME -> actual.equals(caller.sysId());
            case MY_GROUPS ->
                records.with("sys_user_grmember", "user", caller.sysId()).stream()
                        .anyMatch(member -> member.value("group").equals(actual));
            default -> false;
        };
    }

    /** Whether a record is, or stands below, the one named last in {@code hierarchy@record}. */
    boolean isBelow(Column column, String actual, String operand) {
        var top = operand.substring(operand.lastIndexOf('@') + 1);
        return !top.isEmpty() && chain(column, actual).anyMatch(top::equals);
    }

    /** The same below what a dynamic filter option stands for. */
    boolean isBelowDynamic(Column column, String actual, String operand) {
        var option = operand.substring(operand.lastIndexOf('@') + 1);
        return chain(column, actual).anyMatch(record -> isDynamic(record, option));
    }

    // The record and all above it; a loop of superiors ends where it closes.
    private Stream<String> chain(Column column, String start) {
        var seen = new HashSet<String>();
        return Stream.iterate(start, record -> !record.isEmpty() && seen.add(record), record -> above(column, record));
    }

    private String above(Column column, String sysId) {
        return column.reference()
                .flatMap(schema::find)
                .flatMap(table -> upward(table)
                        .flatMap(up -> records.find(table.name(), sysId).map(row -> row.value(up.name()))))
                .orElse("");
    }

    // People have a manager of their own kind, all else a parent.
    private static Optional<Column> upward(Table table) {
        return Stream.of("manager", "parent")
                .flatMap(name -> table.column(name).stream())
                .filter(column -> column.reference().filter(table::isA).isPresent())
                .findFirst();
    }
}
