package io.nowbridge.connector.servicenow.order;

import io.nowbridge.connector.servicenow.DerivedId;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.SysId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Parcels as records of a table that the template names, each once. */
record ParcelRecords(String name, OrderLayout layout, WrittenTable table) {

    private static final List<String> FIELDS =
            List.of("parcelOrder", "parcelTracking", "parcelCarrier", "parcelShippedAt", "parcelContents");

    /** The columns that are written, and looked at. */
    static Set<String> columns(OrderLayout layout) {
        return FIELDS.stream()
                .flatMap(field -> layout.column(field).stream())
                .collect(Collectors.toSet());
    }

    /** What makes the table hold these parcels of an order, given those that it has. */
    List<Operation> operations(SysId order, Collection<Parcel> parcels, List<Cells> there) {
        return parcels.stream()
                .flatMap(parcel -> operation(order, parcel, there).stream())
                .toList();
    }

    private Optional<Operation> operation(SysId order, Parcel parcel, List<Cells> there) {
        var values = values(order, parcel);
        var key = key(order, parcel);
        var known = there.stream()
                .filter(row -> row.id().equals(key.value()) || isOf(parcel, row))
                .findFirst();
        if (known.isEmpty()) {
            var all = new LinkedHashMap<>(values);
            all.put("sys_id", key.value());
            return Optional.of(new Operation.Insert(name, all));
        }
        var row = known.get();
        return values.entrySet().stream()
                        .allMatch(value -> row.at(value.getKey()).equals(value.getValue()))
                ? Optional.empty()
                : Optional.of(new Operation.Change(name, new SysId(row.id()), values));
    }

    // An instance may ignore a key that it was sent.
    private boolean isOf(Parcel parcel, Cells row) {
        return !parcel.tracking().isEmpty() && row.at(layout.column("parcelTracking")).equals(parcel.tracking());
    }

    private static SysId key(SysId order, Parcel parcel) {
        return parcel.tracking().isEmpty()
                ? DerivedId.of("parcel", order.value(), parcel.warehouse(), day(parcel))
                : DerivedId.of("parcel", order.value(), parcel.tracking());
    }

    private Map<String, String> values(SysId order, Parcel parcel) {
        var said = Map.of(
                "parcelOrder", order.value(),
                "parcelTracking", parcel.tracking(),
                "parcelCarrier", parcel.carrier(),
                "parcelShippedAt", shippedAt(parcel),
                "parcelContents", contents(parcel));
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> layout.column(field)
                .ifPresent(column -> values.put(column, table.stored(column, said.getOrDefault(field, "")))));
        return values;
    }

    private static String day(Parcel parcel) {
        return parcel.shippedAt()
                .map(at -> at.truncatedTo(ChronoUnit.DAYS).toString())
                .orElse("");
    }

    private static String shippedAt(Parcel parcel) {
        return parcel.shippedAt().map(Instant::toString).orElse("");
    }

    private static String contents(Parcel parcel) {
        return parcel.contents().stream().map(ParcelRecords::words).collect(Collectors.joining("\n"));
    }

    private static String words(Content content) {
        var what = "%d x %s (line %d)".formatted(content.quantity(), content.sku(), content.line());
        return content.serialNumbers().isEmpty()
                ? what
                : what + ", serial numbers " + String.join(", ", content.serialNumbers());
    }
}
