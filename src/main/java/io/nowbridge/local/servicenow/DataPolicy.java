package io.nowbridge.local.servicenow;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses records that lack what they must have: an incident's resolution, a table's mandatory columns. */
final class DataPolicy implements BusinessRule {

    private static final List<String> RESOLUTION = List.of("close_code", "close_notes");

    private final BooleanSupplier onResolve;

    DataPolicy(BooleanSupplier onResolve) {
        this.onResolve = onResolve;
    }

    @Override
    public Row apply(Change change) {
        var missing = required(change)
                .filter(column -> change.row().value(column.name()).isEmpty())
                .map(Column::label)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refusal.operationFailed("Data Policy Exception: The following fields are mandatory: " + missing);
        }
        return change.row();
    }

    private Stream<Column> required(Change change) {
        var mandatory = change.table().columns().values().stream().filter(Column::mandatory);
        return onResolve.getAsBoolean() && isResolution(change)
                ? Stream.concat(mandatory, RESOLUTION.stream().flatMap(name -> change.table().column(name).stream()))
                : mandatory;
    }

    private static boolean isResolution(Change change) {
        return change.table().isA("incident")
                && change.changes("state")
                && Set.of("6", "7").contains(change.row().value("state"));
    }
}
