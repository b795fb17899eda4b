package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.setup.Check;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the fields of a table that are needed: whether they are there, shown, and open to be written. */
final class FieldChecks {

    private FieldChecks() {}

    /** One check for each field with something to tell, or one for all. */
    static List<Check> of(KnownTable table) {
        var told = Stream.concat(
                        table.need().fields().stream().flatMap(field -> of(table, field).stream()), unfilled(table))
                .toList();
        return told.isEmpty()
                ? List.of(table.need()
                        .field()
                        .passed("All are there: "
                                + String.join(", ", table.need().fields()) + "."))
                : told;
    }

    private static Optional<Check> of(KnownTable table, String field) {
        var line = table.need().field().part(field);
        var column = Optional.ofNullable(table.columns().get(field));
        var looked = table.sample().rows() > 0;
        var shown = table.sample().columns().contains(field);
        if (column.isEmpty() && !shown && !table.columns().isEmpty()) {
            return Optional.of(line.failed(table.need().table() + " has no field " + field + ".", TableWords.NO_FIELD));
        }
        if (looked && !shown) {
            return Optional.of(
                    column.isPresent()
                            ? line.failed("The field is there, but is not shown.", TableWords.FIELD_RIGHTS)
                            : line.failed(
                                    "The field does not come with the records: it is not there, or is not shown.",
                                    TableWords.FIELD_RIGHTS_OR_NAME));
        }
        if (column.isEmpty() && !shown) {
            return Optional.of(line.unproven(
                    "Neither a record nor the dictionary tells whether the field is there.", TableWords.DICTIONARY));
        }
        return column.filter(known -> known.readOnly() && table.need().written().contains(field))
                .map(known -> line.failed(
                        "The field is read-only: what is written to it is dropped without a word.",
                        TableWords.READ_ONLY));
    }

    private static Stream<Check> unfilled(KnownTable table) {
        return table.need().writes()
                ? table.unfilled()
                        .sorted(Comparator.comparing(column -> column.name()))
                        .map(column -> table.need()
                                .field()
                                .part(column.name())
                                .unproven(
                                        column.label()
                                                + " is mandatory, has no default, and nobody fills it: a data policy may"
                                                + " refuse new records for it.",
                                        TableWords.MANDATORY))
                : Stream.empty();
    }
}
