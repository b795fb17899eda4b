package io.nowbridge.local.tdsynnex;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An order as it is in truth, whatever was told of it.
 *
 * @param number the customer's purchase order number
 * @param accepted how often it was taken: more than once only where nobody looks for duplicates
 * @param happened how many things have happened to it since
 * @param last when the last of them did, or when it was taken
 */
record PlacedOrder(
        String number,
        Instant taken,
        int accepted,
        int happened,
        Instant last,
        Delivery delivery,
        List<Line> lines,
        List<Portion> portions,
        List<Parcel> parcels,
        List<Invoice> invoices) {

    /**
     * How it is to be delivered.
     *
     * @param method the carrier's code; empty for our own choice
     * @param complete whether nothing leaves before everything can
     * @param completeLines whether nothing of a line leaves before all of it can
     * @param to the fields of the address, by their names in the request
     */
    record Delivery(String method, boolean complete, boolean completeLines, Map<String, String> to) {}

    /**
     * A line as it was ordered.
     *
     * @param serialised whether each piece has a serial number
     */
    record Line(
            int number,
            String sku,
            String partNumber,
            String name,
            long quantity,
            BigDecimal unitPrice,
            BigDecimal pounds,
            boolean serialised) {}

    /** A bill for the parcels that name it. */
    record Invoice(String number, LocalDate date, BigDecimal total) {}

    Line line(int lineNumber) {
        return lines.stream()
                .filter(line -> line.number() == lineNumber)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(number + " has no line " + lineNumber));
    }

    List<Parcel> parcels(Portion portion) {
        return portion.isOpen()
                ? parcels.stream()
                        .filter(parcel -> parcel.line() == portion.line()
                                && parcel.orderNumber().equals(portion.orderNumber()))
                        .toList()
                : List.of();
    }

    long shipped(Portion portion) {
        return parcels(portion).stream().mapToLong(Parcel::quantity).sum();
    }

    /** How many of a portion are still to leave. */
    long outstanding(Portion portion) {
        return portion.isOpen() ? portion.quantity() - shipped(portion) : 0;
    }

    /** All portions of which something is still to leave. */
    Stream<Portion> waiting() {
        return portions.stream().filter(portion -> outstanding(portion) > 0);
    }

    /** How much of a line is still to leave. */
    long outstanding(int lineNumber) {
        return waiting()
                .filter(portion -> portion.line() == lineNumber)
                .mapToLong(this::outstanding)
                .sum();
    }

    boolean hasUninvoiced() {
        return !parcels.stream().allMatch(Parcel::isInvoiced);
    }

    /** The same order once more. */
    PlacedOrder twice(PlacedOrder other) {
        return new PlacedOrder(
                number,
                taken,
                accepted + other.accepted,
                happened,
                last,
                delivery,
                lines,
                Stream.concat(portions.stream(), other.portions.stream()).toList(),
                parcels,
                invoices);
    }
}
