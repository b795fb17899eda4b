package io.nowbridge.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How an order stands at its distributor, as far as is known.
 *
 * @param asOf when the distributor said so
 * @param lines each once, in the order of their numbers
 * @param parcels each once, in the order in which they left
 * @param invoices in the order of their numbers
 */
public record Standing(Instant asOf, List<Line> lines, List<Parcel> parcels, List<Invoice> invoices) {

    public Standing {
        lines = List.copyOf(lines);
        parcels = List.copyOf(parcels);
        invoices = List.copyOf(invoices);
    }

    /** How all of it stands: worked out of its lines, those left out that will not come. */
    public Status status() {
        var living = lines.stream()
                .map(Line::status)
                .filter(status -> status != Status.REJECTED && status != Status.DELETED)
                .toList();
        if (living.isEmpty()) {
            return dead();
        }
        if (living.stream().allMatch(Status::hasLeft)) {
            return living.contains(Status.SHIPPED) ? Status.SHIPPED : Status.INVOICED;
        }
        if (living.contains(Status.PARTIALLY_SHIPPED) || living.stream().anyMatch(Status::hasLeft)) {
            return Status.PARTIALLY_SHIPPED;
        }
        if (living.contains(Status.IN_REVIEW)) {
            return Status.IN_REVIEW;
        }
        return living.contains(Status.ACCEPTED) ? Status.ACCEPTED : Status.BACKORDERED;
    }

    private Status dead() {
        if (lines.isEmpty()) {
            return Status.ACCEPTED;
        }
        return lines.stream().allMatch(line -> line.status() == Status.REJECTED) ? Status.REJECTED : Status.DELETED;
    }

    /**
     * A line of an order: all that its distributor has under its number, from whichever warehouse.
     *
     * @param ordered how many the distributor has taken; 0 of a line that it has not
     * @param shipped how many have left
     * @param cancelled how many will never come, since they were rejected or deleted
     * @param orderNumbers the distributor's own
     * @param expected when the next of it is to arrive, in the distributor's zone
     * @param words the distributor's own about it; empty where it says nothing
     */
    public record Line(
            int line,
            String sku,
            Status status,
            long ordered,
            long shipped,
            long cancelled,
            Optional<BigDecimal> unitPrice,
            List<String> orderNumbers,
            Optional<LocalDate> expected,
            String words) {

        public Line {
            orderNumbers = List.copyOf(orderNumbers);
        }

        /** How many are still to come. */
        public long outstanding() {
            return Math.max(0, ordered - shipped - cancelled);
        }
    }

    /**
     * Something that was sent: what has a tracking number, or what left a warehouse on one day without any.
     *
     * @param tracking empty where there is none
     * @param carrier as the distributor words it
     * @param shippedAt to the second; empty where it is not said
     */
    public record Parcel(
            String tracking, String carrier, String warehouse, Optional<Instant> shippedAt, List<Content> contents) {

        public Parcel {
            contents = List.copyOf(contents);
        }

        /** What it has of a line. */
        public record Content(int line, String sku, long quantity, List<String> serialNumbers) {

            public Content {
                serialNumbers = List.copyOf(serialNumbers);
            }
        }
    }

    /**
     * A bill for some of it.
     *
     * @param items what it bills; empty where it does not say, and then it never proves that all is billed
     */
    public record Invoice(String number, Optional<LocalDate> date, Optional<Money> total, List<Item> items) {

        public Invoice {
            items = List.copyOf(items);
        }

        /** So many of a line. */
        public record Item(int line, long quantity) {}
    }
}
