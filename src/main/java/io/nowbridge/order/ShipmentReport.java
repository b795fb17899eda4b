package io.nowbridge.order;

import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a purchase order shows of its shipments: how it stands, what has left, what is to come, and what was billed. */
final class ShipmentReport {

    // A column of less room says so itself; as templates demand it of the column for invoices.
    private static final int ROOM_FOR_TRACKING = 255;
    private static final int ROOM_FOR_INVOICES = 20;

    private final Order order;
    private final Standing standing;
    private final Template following;
    private final Mappings mappings;
    private final String target;

    private ShipmentReport(Order order, Standing standing, Template following) {
        this.order = order;
        this.standing = standing;
        this.following = following;
        this.mappings = following.form().mappings();
        this.target = GetOrderStatus.TRACKING_TARGET.of(following);
    }

    static Report of(Order order, Standing standing, Template following) {
        return new ShipmentReport(order, standing, following).made();
    }

    private Report made() {
        var parcels = parcels();
        var notes = mappings.column("note")
                .map(column -> new ShipmentNotes(order.id(), standing)
                        .all(DeskStatus.isNoted(following), target.equals("note") ? parcels : List.of()))
                .orElse(List.of());
        return new Report(columns(), lines(), notes, target.equals("records") ? parcels : List.of());
    }

    // One without a tracking number may get one yet, and then it would be there twice.
    private List<Parcel> parcels() {
        return standing.parcels().stream()
                .filter(parcel -> Parcels.isNumbered(parcel) || order.stage() == Stage.DONE)
                .toList();
    }

    private SortedMap<String, String> columns() {
        var columns = new Columns(mappings)
                .withAny("shippedAt", last(standing.parcels().stream()))
                .withAny("expectedAt", expected())
                .withAny("invoiceNumber", Joined.of(invoices(), ROOM_FOR_INVOICES));
        DeskStatus.followed(standing.status(), following).ifPresent(status -> columns.with("status", status));
        return target.equals("order")
                ? columns.withAny("tracking", tracking(standing.parcels().stream()))
                        .values()
                : columns.values();
    }

    private List<String> invoices() {
        return standing.invoices().stream().map(Invoice::number).toList();
    }

    private static String last(Stream<Parcel> parcels) {
        return parcels.flatMap(parcel -> parcel.shippedAt().stream())
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse("");
    }

    // When all of it is there, as far as that is said.
    private String expected() {
        return standing.lines().stream()
                .flatMap(line -> line.expected().stream())
                .max(Comparator.naturalOrder())
                .map(LocalDate::toString)
                .orElse("");
    }

    private static String tracking(Stream<Parcel> parcels) {
        return Joined.of(parcels.map(Parcel::tracking).toList(), ROOM_FOR_TRACKING);
    }

    private Map<String, SortedMap<String, String>> lines() {
        var ids = order.asked().lines().stream()
                .collect(Collectors.toMap(PurchaseOrder.Line::number, PurchaseOrder.Line::id));
        return standing.lines().stream()
                .filter(line -> ids.containsKey(line.line()))
                .collect(Collectors.toMap(
                        line -> Optional.ofNullable(ids.get(line.line())).orElseThrow(), this::columns));
    }

    private SortedMap<String, String> columns(Line line) {
        var columns = new Columns(mappings)
                .with("lineStatus", line.status().words())
                .with("lineShipped", Long.toString(line.shipped()))
                .with("lineRemaining", Long.toString(line.outstanding()))
                .withAny(
                        "lineExpectedAt",
                        line.expected().map(LocalDate::toString).orElse(""));
        return target.equals("line")
                ? columns.withAny("lineTracking", tracking(parcels(line))).values()
                : columns.values();
    }

    private Stream<Parcel> parcels(Line line) {
        return standing.parcels().stream()
                .filter(parcel -> parcel.contents().stream().anyMatch(content -> content.line() == line.line()));
    }
}
