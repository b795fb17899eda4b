package io.nowbridge.order;

import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts together what a distributor says about parcels at different times, each parcel once. One without a tracking number is
 * the same as one that left its warehouse at the same moment with some of the same lines, and got a number later.
 */
final class Parcels {

    private static final Comparator<Parcel> AS_THEY_LEFT = Comparator.comparing(
                    (Parcel parcel) -> parcel.shippedAt().orElse(Instant.MAX))
            .thenComparing(Parcel::tracking)
            .thenComparing(Parcel::warehouse);

    private Parcels() {}

    static List<Parcel> merged(List<Parcel> earlier, List<Parcel> later) {
        var parcels = new LinkedHashMap<String, Parcel>();
        Stream.concat(lasting(later, earlier), lasting(earlier, later))
                .forEach(parcel -> parcels.merge(key(parcel), parcel, Parcels::together));
        return parcels.values().stream().sorted(AS_THEY_LEFT).toList();
    }

    /** Those that have not become others. */
    private static Stream<Parcel> lasting(List<Parcel> some, List<Parcel> others) {
        var keys = some.stream().map(Parcels::key).collect(Collectors.toSet());
        var unknown = others.stream().filter(parcel -> !keys.contains(key(parcel))).toList();
        return some.stream()
                .filter(parcel -> !parcel.tracking().isEmpty()
                        || unknown.stream().noneMatch(other -> became(parcel, other)));
    }

    /** What makes it this one among the parcels of an order. */
    static String key(Parcel parcel) {
        return parcel.tracking().isEmpty()
                ? "%s %s"
                        .formatted(
                                parcel.warehouse(),
                                parcel.shippedAt().map(Instant::toString).orElse(""))
                : parcel.tracking();
    }

    private static boolean became(Parcel without, Parcel other) {
        return !other.tracking().isEmpty()
                && other.warehouse().equals(without.warehouse())
                && other.shippedAt().equals(without.shippedAt())
                && other.contents().stream()
                        .anyMatch(
                                content -> without.contents().stream().anyMatch(some -> some.line() == content.line()));
    }

    // What has no number stands for all that has none yet: it becomes less.
    private static Parcel together(Parcel first, Parcel second) {
        return first.tracking().isEmpty() ? first : numbered(first, second);
    }

    /** What is known of a parcel from both; of what differs, the first counts. */
    private static Parcel numbered(Parcel first, Parcel second) {
        return new Parcel(
                first.tracking(),
                either(first.carrier(), second.carrier()),
                either(first.warehouse(), second.warehouse()),
                first.shippedAt().or(second::shippedAt),
                contents(first.contents(), second.contents()));
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static List<Content> contents(List<Content> first, List<Content> second) {
        Map<Integer, Content> contents = new TreeMap<>();
        Stream.concat(first.stream(), second.stream())
                .forEach(content -> contents.merge(content.line(), content, Parcels::together));
        return new ArrayList<>(contents.values());
    }

    private static Content together(Content first, Content second) {
        return new Content(
                first.line(),
                first.sku(),
                Math.max(first.quantity(), second.quantity()),
                Stream.concat(first.serialNumbers().stream(), second.serialNumbers().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
