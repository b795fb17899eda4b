package io.nowbridge.local.servicenow;

import io.nowbridge.local.servicenow.EncodedQuery.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads and sorts rows as text: a reference is seen as its display value, everything else as stored, without case. */
final class RowText {

    private final Schema schema;
    private final DotWalk walk;
    private final DisplayValues display;

    RowText(Schema schema, DotWalk walk, DisplayValues display) {
        this.schema = schema;
        this.walk = walk;
        this.display = display;
    }

    String of(Row row, String path) {
        return walk.holder(row, path)
                .map(holder -> shown(holder, DotWalk.last(path)).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    Stream<Row> sorted(Stream<Row> rows, List<Order> orders) {
        return orders.stream()
                .map(this::comparator)
                .reduce(Comparator::thenComparing)
                .map(rows::sorted)
                .orElse(rows);
    }

    private String shown(Row row, String column) {
        return schema.table(row.table())
                .column(column)
                .filter(known -> known.type() == Column.Type.REFERENCE)
                .map(known -> display.reference(known, row.value(column)))
                .orElseGet(() -> row.value(column));
    }

    private Comparator<Row> comparator(Order order) {
        Comparator<Row> ascending = (one, other) -> compare(one, other, order.field());
        return order.descending() ? ascending.reversed() : ascending;
    }

    int compare(Row one, Row other, String field) {
        var column = walk.column(schema.table(one.table()), field);
        return column.filter(known -> known.type().isNumber()).isPresent()
                ? Comparison.compareNumbers(walk.value(one, field), walk.value(other, field))
                : of(one, field).compareTo(of(other, field));
    }
}
