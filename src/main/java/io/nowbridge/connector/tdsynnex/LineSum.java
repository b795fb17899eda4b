package io.nowbridge.connector.tdsynnex;

import io.nowbridge.order.Standing;
import io.nowbridge.order.Status;
import io.nowbridge.tdsynnex.OrderCode;
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

    /** The line as the features know it, of which so many are invoiced as far as invoices say. */
    Standing.Line line(long billed) {
        return new Standing.Line(
                number(),
                sku(),
                status(billed),
                ordered(),
                shipped(),
                cancelled(),
                rows.stream().flatMap(row -> row.unitPrice().stream()).findFirst(),
                texts(Row::orderNumber).toList(),
                expected(),
                texts(Row::reason).collect(Collectors.joining(" ")));
    }

    int number() {
        return rows.getFirst().lineNumber();
    }

    String sku() {
        return texts(Row::sku).findFirst().orElse("");
    }

    private long shipped() {
        return sum(rows, Row::shipped);
    }

    private Status status(long billed) {
        if (shipped() == 0) {
            return taken().isEmpty()
                    ? Waiting.gone(rows.stream().map(Row::code).toList())
                    : Waiting.open(taken().stream().map(Row::type).toList());
        }
        if (sum(taken(), LineSum::unshipped) > 0) {
            return Status.PARTIALLY_SHIPPED;
        }
        return billed >= shipped() || isInvoiced() ? Status.INVOICED : Status.SHIPPED;
    }

    private boolean isInvoiced() {
        return rows.stream().filter(row -> row.shipped() > 0).allMatch(row -> row.code() == OrderCode.INVOICED);
    }

    // Where all of it was rejected, none was ever taken.
    private long ordered() {
        return status(0) == Status.REJECTED ? 0 : sum(rows, Row::ordered);
    }

    private long cancelled() {
        return sum(rows, LineSum::unshipped) - sum(taken(), LineSum::unshipped);
    }

    private Optional<LocalDate> expected() {
        return taken().stream()
                .filter(row -> unshipped(row) > 0)
                .flatMap(row -> row.expected().stream())
                .min(Comparator.naturalOrder());
    }

    private List<Row> taken() {
        return rows.stream().filter(row -> row.code().isTaken()).toList();
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
