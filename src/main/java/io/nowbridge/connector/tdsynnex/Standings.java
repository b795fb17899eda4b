package io.nowbridge.connector.tdsynnex;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.nowbridge.order.Standing;
import io.nowbridge.tdsynnex.Invoices.Invoice;
import io.nowbridge.tdsynnex.OrderStatuses.OrderStatus;
import io.nowbridge.tdsynnex.OrderStatuses.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

/** How orders stand, as the features know it, made of what TD SYNNEX says row by row and invoice by invoice. */
final class Standings {

    private final String currency;
    private final Parcels parcels;

    Standings(String currency, ZoneId zone) {
        this.currency = currency;
        this.parcels = new Parcels(zone);
    }

    Standing of(OrderStatus status, List<Invoice> invoices, Instant asOf) {
        var sums = sums(status.rows());
        var bills = new Bills(currency, sums).of(invoices);
        var billed = Bills.quantities(bills);
        var lines = sums.stream()
                .map(sum -> sum.line(billed.getOrDefault(sum.number(), 0L)))
                .toList();
        return new Standing(asOf, lines, parcels.of(status.rows()), bills);
    }

    private static List<LineSum> sums(List<Row> rows) {
        var byLine = rows.stream()
                .collect(groupingBy(Row::lineNumber, TreeMap::new, collectingAndThen(toList(), LineSum::new)));
        return List.copyOf(byLine.values());
    }
}
