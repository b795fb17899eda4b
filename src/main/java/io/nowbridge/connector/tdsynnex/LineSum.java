package io.nowbridge.connector.tdsynnex;

import io.nowbridge.order.Standing;
import io.nowbridge.order.Status;
import io.nowbridge.tdsynnex.OrderStatuses.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rows of a line, from whichever warehouse, as one. */
record LineSum(List<Row> rows) {

    /** The line as the features know it, once it is known whether what was shipped of it is invoiced. */
    Standing.Line line(boolean invoiced) {
        return new Standing.Line(
                rows.getFirst().lineNumber(),
                sku(),
                status(invoiced),
                ordered(),
                shipped(),
                cancelled(),
                rows.stream().flatMap(row -> row.unitPrice().stream()).findFirst(),
                texts(Row::orderNumber).toList(),
                expected(),
                texts(Row::reason).collect(Collectors.joining(" ")));
    }

    String sku() {
        return texts(Row::sku).findFirst().orElse("");
    }

    long shipped() {
        return sum(rows, Row::shipped);
    }

    private Status status(boolean invoiced) {
        if (shipped() == 0) {
            return open().isEmpty()
                    ? Waiting.gone(rows.stream().map(Row::code).toList())
                    : Waiting.open(open().stream().map(Row::type).toList());
        }
        if (sum(open(), LineSum::unshipped) > 0) {
            return Status.PARTIALLY_SHIPPED;
        }
        return invoiced ? Status.INVOICED : Status.SHIPPED;
    }

    // Where all of it was rejected, none was ever taken.
    private long ordered() {
        return status(false) == Status.REJECTED ? 0 : sum(rows, Row::ordered);
    }

    private long cancelled() {
        return sum(rows, LineSum::unshipped) - sum(open(), LineSum::unshipped);
    }

    private Optional<LocalDate> expected() {
        return open().stream()
                .filter(row -> unshipped(row) > 0)
                .flatMap(row -> row.expected().stream())
                .min(Comparator.naturalOrder());
    }

    private List<Row> open() {
        return rows.stream().filter(row -> Waiting.isOpen(row.code())).toList();
    }

    private Stream<String> texts(Function<Row, String> field) {
        return rows.stream().map(field).filter(text -> !text.isEmpty()).distinct();
    }

    private static long unshipped(Row row) {
        return Math.max(0, row.ordered() - row.shipped());
    }

    private static long sum(List<Row> rows, ToLongFunction<Row> quantity) {
        return rows.stream().mapToLong(quantity).sum();
    }
}
