package io.nowbridge.connector.tdsynnex;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.nowbridge.order.Money;
import io.nowbridge.order.Standing;
import io.nowbridge.tdsynnex.Invoices.Invoice;
import io.nowbridge.tdsynnex.Invoices.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The invoices for an order, by the lines of it that they are for. */
final class Bills {

    private final String currency;
    private final List<LineSum> lines;

    Bills(String currency, List<LineSum> lines) {
        this.currency = currency;
        this.lines = lines;
    }

    List<Standing.Invoice> of(List<Invoice> invoices) {
        return invoices.stream()
                .sorted(Comparator.comparing(Invoice::number))
                .map(this::bill)
                .toList();
    }

    /** How many of each line they are for together. */
    static Map<Integer, Long> quantities(List<Standing.Invoice> bills) {
        return bills.stream()
                .flatMap(bill -> bill.items().stream())
                .collect(groupingBy(Standing.Invoice.Item::line, summingLong(Standing.Invoice.Item::quantity)));
    }

    private Standing.Invoice bill(Invoice invoice) {
        return new Standing.Invoice(
                invoice.number(),
                invoice.date(),
                invoice.total().map(total -> new Money(total, currency)),
                invoice.items().stream().flatMap(this::item).toList());
    }

    private Stream<Standing.Invoice.Item> item(Item item) {
        return line(item).stream().map(line -> new Standing.Invoice.Item(line.number(), item.quantity()));
    }

    // Whether an invoice counts lines as the order does is not described: the product decides, and the number only
    // where several
    // lines are for the same.
    private Optional<LineSum> line(Item item) {
        var same = lines.stream().filter(line -> line.sku().equals(item.sku())).toList();
        return same.stream()
                .filter(line -> item.lineNumber()
                        .filter(number -> number == line.number())
                        .isPresent())
                .findFirst()
                .or(() -> same.stream().findFirst());
    }
}
