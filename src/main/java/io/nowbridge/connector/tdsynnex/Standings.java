package io.nowbridge.connector.tdsynnex;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toList;

import io.nowbridge.order.Money;
import io.nowbridge.order.Standing;
import io.nowbridge.tdsynnex.Invoices.Invoice;
import io.nowbridge.tdsynnex.Invoices.Item;
import io.nowbridge.tdsynnex.OrderStatuses.OrderStatus;
import io.nowbridge.tdsynnex.OrderStatuses.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        var lines = status.rows().stream()
                .collect(groupingBy(
                        Row::lineNumber, TreeMap::new, collectingAndThen(toList(), LineSum::new)))
                .values();
        return new Standing(asOf, lines(lines, invoices), parcels.of(status.rows()), bills(invoices));
    }

    // An invoice counts its lines in its own way: what it is for is told by the products.
    private static List<Standing.Line> lines(Collection<LineSum> lines, List<Invoice> invoices) {
        var shipped = lines.stream().collect(groupingBy(LineSum::sku, summingLong(LineSum::shipped)));
        Map<String, Long> invoiced = invoices.stream()
                .flatMap(invoice -> invoice.items().stream())
                .collect(groupingBy(Item::sku, summingLong(Item::quantity)));
        return lines.stream()
                .map(line -> line.line(
                        invoiced.getOrDefault(line.sku(), 0L) >= shipped.getOrDefault(line.sku(), Long.MAX_VALUE)))
                .toList();
    }

    private List<Standing.Invoice> bills(List<Invoice> invoices) {
        return invoices.stream()
                .sorted(Comparator.comparing(Invoice::number))
                .map(invoice -> new Standing.Invoice(
                        invoice.number(),
                        invoice.date(),
                        invoice.total().map(total -> new Money(total, currency))))
                .toList();
    }
}
