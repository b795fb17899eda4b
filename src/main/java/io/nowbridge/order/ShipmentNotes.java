package io.nowbridge.order;

import io.nowbridge.order.Report.Note;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people are told about the shipments of an order: each parcel, each bill, and what will not come, once. */
final class ShipmentNotes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_SERIALS = 20;

    private final OrderId order;
    private final Standing standing;

    ShipmentNotes(OrderId order, Standing standing) {
        this.order = order;
        this.standing = standing;
    }

    /** About these parcels, and all else. */
    List<Note> all(boolean withPartial, List<Parcel> parcels) {
        return Stream.of(
                        parcels.stream().map(this::parcel),
                        partial().filter(note -> withPartial),
                        standing.lines().stream()
                                .filter(line -> line.cancelled() > 0)
                                .map(this::cancelled),
                        standing.invoices().stream().map(this::invoice))
                .flatMap(notes -> notes)
                .toList();
    }

    private Note parcel(Parcel parcel) {
        var text = new StringBuilder("Shipped")
                .append(parcel.shippedAt().map(at -> " on " + TIME.format(at)).orElse(""))
                .append(part(" from warehouse ", parcel.warehouse()))
                .append(part(" by ", parcel.carrier()))
                .append(part(", tracking number ", parcel.tracking()))
                .append(CarrierLinks.of(parcel)
                        .map(URI::toString)
                        .map(link -> ": " + link)
                        .orElse(""));
        parcel.contents().forEach(content -> text.append('\n').append(words(content)));
        return Reference.under(text.toString(), order, "parcel", Parcels.key(parcel));
    }

    private static String part(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }

    private static String words(Content content) {
        var serials = content.serialNumbers();
        var more = serials.size() - MOST_SERIALS;
        return "%d of %s (line %d)%s%s"
                .formatted(
                        content.quantity(),
                        content.sku(),
                        content.line(),
                        part(
                                ", serial numbers ",
                                serials.stream().limit(MOST_SERIALS).collect(Collectors.joining(", "))),
                        more > 0 ? " and %d more".formatted(more) : "");
    }

    private Stream<Note> partial() {
        if (standing.status() != Status.PARTIALLY_SHIPPED) {
            return Stream.of();
        }
        var text = "Partially shipped.\n"
                + standing.lines().stream().map(ShipmentNotes::progress).collect(Collectors.joining("\n"));
        var shipped = standing.lines().stream().map(Line::shipped).toList();
        return Stream.of(Reference.under(text, order, "partial", shipped));
    }

    private static String progress(Line line) {
        return "%d of %s (line %d): %d shipped, %d to come%s"
                .formatted(
                        line.ordered(),
                        line.sku(),
                        line.line(),
                        line.shipped(),
                        line.outstanding(),
                        line.expected()
                                .map(LocalDate::toString)
                                .map(day -> ", expected " + day)
                                .orElse(""));
    }

    private Note cancelled(Line line) {
        var text = "%d of %s (line %d) will not come: %s%s"
                .formatted(
                        line.cancelled(),
                        line.sku(),
                        line.line(),
                        line.status() == Status.REJECTED ? "rejected by the distributor" : "cancelled",
                        part(", ", line.words()));
        return Reference.under(text, order, "cancelled", List.of(line.line(), line.cancelled()));
    }

    private Note invoice(Invoice invoice) {
        var text = "Invoice %s%s%s"
                .formatted(
                        invoice.number(),
                        invoice.date().map(day -> " of " + day).orElse(""),
                        invoice.total().map(total -> " over " + total).orElse(""));
        return Reference.under(text, order, "invoice", invoice.number());
    }
}
