package io.nowbridge.connector.tdsynnex;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.nowbridge.order.Distributor.Placement;
import io.nowbridge.order.Distributor.Placement.Duplicate;
import io.nowbridge.order.Distributor.Placement.Line;
import io.nowbridge.order.Distributor.Placement.Refused;
import io.nowbridge.order.Distributor.Placement.Taken;
import io.nowbridge.tdsynnex.OrderCode;
import io.nowbridge.tdsynnex.PurchaseOrders.Receipt;
import io.nowbridge.tdsynnex.PurchaseOrders.Receipt.Row;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What TD SYNNEX says to an order, as the features know it. */
final class Placements {

    private Placements() {}

    static Placement of(Receipt receipt) {
        if (receipt.duplicate()) {
            return new Duplicate(words(receipt));
        }
        if (receipt.rows().stream().allMatch(row -> row.code() == OrderCode.REJECTED)) {
            return new Refused(words(receipt));
        }
        var lines = receipt.rows().stream()
                .collect(groupingBy(Row::lineNumber, TreeMap::new, collectingAndThen(toList(), Placements::line)));
        return new Taken(List.copyOf(lines.values()));
    }

    // Where warehouses share a line, it has several of TD SYNNEX's numbers.
    private static Line line(List<Row> rows) {
        var taken = rows.stream().filter(row -> row.code().isTaken()).toList();
        var status = taken.isEmpty()
                ? Waiting.gone(rows.stream().map(Row::code).toList())
                : Waiting.open(taken.stream().map(Row::type).toList());
        return new Line(
                rows.getFirst().lineNumber(),
                status,
                joined(taken.stream().map(Row::orderNumber), ", "),
                joined(rows.stream().map(Row::reason), " "));
    }

    private static String words(Receipt receipt) {
        return joined(
                Stream.concat(
                        Stream.of(receipt.reason()), receipt.rows().stream().map(Row::reason)),
                " ");
    }

    private static String joined(Stream<String> texts, String between) {
        return texts.filter(text -> !text.isEmpty()).distinct().collect(joining(between));
    }
}
