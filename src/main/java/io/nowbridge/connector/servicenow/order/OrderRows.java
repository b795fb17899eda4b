package io.nowbridge.connector.servicenow.order;

import io.nowbridge.order.PurchaseOrder;
import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.servicenow.SysId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes purchase orders of rows. */
final class OrderRows {

    // What the line refers to, beside what the template maps; an instance leaves out what a table does not have.
    private static final Set<String> OF_LINES = Set.of(
            "number",
            "status",
            "short_description",
            "model.display_name",
            "product_catalog.name",
            "product_catalog.product_id");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");
    private static final Set<String> CANCELED = Set.of("canceled", "cancelled");

    private final OrderLayout layout;
    private final String shipTo;
    private final String contact;

    OrderRows(OrderLayout layout) {
        this.layout = layout;
        this.shipTo = layout.source("shipTo").orElse("ship_to");
        this.contact = layout.source("contact").orElse("requested_by");
    }

    /**
     * What is known of the instance.
     *
     * @param words of the statuses
     */
    record Reading(ChoiceWords words, Amounts amounts) {}

    Set<String> orderColumns() {
        var columns = new TreeSet<>(Destination.columns(shipTo + "."));
        columns.addAll(Destination.person(contact));
        columns.addAll(Set.of("number", shipTo));
        for (var field : List.of("orderNumber", "status", "comment")) {
            layout.source(field).ifPresent(columns::add);
        }
        layout.source("vendor").ifPresent(vendor -> columns.addAll(Set.of(vendor, vendor + ".name")));
        return columns;
    }

    Set<String> lineColumns() {
        var columns = new TreeSet<>(OF_LINES);
        columns.add(orderOfLine());
        for (var field : List.of("quantity", "unitPrice", "unit")) {
            layout.source(field).ifPresent(columns::add);
        }
        layout.source("product").ifPresent(product -> columns.addAll(Set.of(product, product + ".product_id")));
        return columns;
    }

    /** The column of a line that holds its purchase order. */
    String orderOfLine() {
        return layout.source("order").orElse("purchase_order");
    }

    /** The column of a purchase order that holds what people call it. */
    String numberColumn() {
        return layout.source("orderNumber").orElse("number");
    }

    /** The stockroom that has to be looked up: by its name, or the usual one; empty if the purchase order refers to one. */
    Optional<String> stockroom(Cells row, String usual) {
        if (SysId.isSysId(row.at(shipTo))) {
            return Optional.empty();
        }
        return Optional.of(row.at(shipTo).isEmpty() ? usual : row.at(shipTo)).filter(name -> !name.isEmpty());
    }

    /** The purchase order, with these of its lines; {@code stockroom} is what was looked up. */
    PurchaseOrder order(Cells row, List<Cells> lines, Optional<Cells> stockroom, Reading known) {
        var status = layout.source("status").orElse("status");
        return new PurchaseOrder(
                row.id(),
                row.at(numberColumn()),
                known.words().shown(status, row.at(status)),
                stockroom
                        .map(found -> Destination.of(found, "", row, contact))
                        .orElseGet(() -> Destination.of(row, shipTo + ".", row, contact)),
                row.at(layout.source("comment")),
                lines(lines, known.amounts()));
    }

    private List<Line> lines(List<Cells> rows, Amounts amounts) {
        var wanted = rows.stream()
                .filter(row -> !CANCELED.contains(row.at("status").toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing((Cells row) -> row.at("number")).thenComparing(Cells::id))
                .toList();
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> line(i + 1, wanted.get(i), amounts))
                .toList();
    }

    private Line line(int number, Cells row, Amounts amounts) {
        var quantity = row.at(layout.source("quantity"));
        return new Line(
                row.id(),
                number,
                sku(row),
                row.first("model.display_name", "product_catalog.name", "short_description"),
                NUMBER.matcher(quantity).matches() ? new BigDecimal(quantity) : BigDecimal.ZERO,
                row.at(layout.source("unit")),
                amounts.price(row.at(layout.source("unitPrice"))));
    }

    // The distributor's SKU is the product ID of its vendor item, to which the mapped column may refer.
    private String sku(Cells row) {
        var product = layout.source("product").orElse("part_number");
        var written = row.words(product);
        return written.isEmpty() ? row.first(product + ".product_id", "product_catalog.product_id") : written;
    }
}
