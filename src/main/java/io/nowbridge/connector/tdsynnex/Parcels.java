package io.nowbridge.connector.tdsynnex;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.nowbridge.tdsynnex.OrderStatuses;
import io.nowbridge.tdsynnex.OrderStatuses.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parcels of an order: one may have parts of several lines, and a line may come in several. */
final class Parcels {

    private static final Comparator<Parcel> AS_THEY_LEFT = Comparator.comparing(
                    (Parcel parcel) -> parcel.shippedAt().orElse(Instant.MAX))
            .thenComparing(Parcel::tracking)
            .thenComparing(Parcel::warehouse);

    private final ZoneId zone;

    Parcels(ZoneId zone) {
        this.zone = zone;
    }

    /** What a row has in a parcel. */
    private record Piece(Row row, String tracking, Content content) {

        // What left a warehouse on one day without a number is one parcel, as far as anybody can tell.
        private List<?> parcel() {
            return tracking.isEmpty()
                    ? List.of(row.shipFromWarehouse(), row.shippedAt().map(LocalDateTime::toLocalDate))
                    : List.of(tracking);
        }

        private Content onlyOf(List<Piece> same) {
            return new Content(
                    row.lineNumber(),
                    row.sku(),
                    same.stream().mapToLong(piece -> piece.content.quantity()).sum(),
                    same.stream()
                            .flatMap(piece -> piece.content.serialNumbers().stream())
                            .distinct()
                            .toList());
        }
    }

    List<Parcel> of(List<Row> rows) {
        return rows.stream()
                .flatMap(Parcels::pieces)
                .collect(groupingBy(Piece::parcel, LinkedHashMap::new, collectingAndThen(toList(), this::parcel)))
                .values()
                .stream()
                .sorted(AS_THEY_LEFT)
                .toList();
    }

    private Parcel parcel(List<Piece> pieces) {
        var first = pieces.getFirst();
        var contents = pieces.stream()
                .collect(groupingBy(
                        piece -> piece.row.lineNumber(),
                        LinkedHashMap::new,
                        collectingAndThen(toList(), same -> same.getFirst().onlyOf(same))));
        return new Parcel(
                first.tracking,
                first.row.shipMethod(),
                first.row.shipFromWarehouse(),
                left(pieces),
                List.copyOf(contents.values()));
    }

    private Optional<Instant> left(List<Piece> pieces) {
        return pieces.stream()
                .flatMap(piece -> piece.row.shippedAt().stream())
                .min(Comparator.naturalOrder())
                .map(time -> time.atZone(zone).toInstant());
    }

    private static Stream<Piece> pieces(Row row) {
        if (row.shipped() == 0) {
            return Stream.empty();
        }
        return row.parcels().isEmpty()
                ? Stream.of(piece(row, "", row.shipped(), List.of()))
                : row.parcels().stream().map(one -> piece(row, one));
    }

    private static Piece piece(Row row, OrderStatuses.Parcel one) {
        var serials = one.serialNumbers();
        var unsaid = row.parcels().size() == 1 ? row.shipped() : serials.size();
        return piece(row, one.trackingNumber(), one.quantity().orElse(unsaid), serials);
    }

    private static Piece piece(Row row, String tracking, long quantity, List<String> serials) {
        return new Piece(row, tracking, new Content(row.lineNumber(), row.sku(), quantity, serials));
    }
}
