package io.nowbridge.order;

import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts together what a distributor says about parcels at different times, each parcel once. What it tells of without a tracking
 * number is all that left a warehouse on one day and has none yet: it becomes less, and other parcels, as numbers come.
 */
final class Parcels {

    private static final Comparator<Parcel> AS_THEY_LEFT = Comparator.comparing(
                    (Parcel parcel) -> parcel.shippedAt().orElse(Instant.MAX))
            .thenComparing(Parcel::tracking)
            .thenComparing(Parcel::warehouse);

    private static final Duration DAY = Duration.ofDays(1);

    private Parcels() {}

    static List<Parcel> merged(List<Parcel> earlier, List<Parcel> later) {
        var parcels = new LinkedHashMap<String, Parcel>();
        var said = lasting(later, earlier.stream().filter(Parcels::isNumbered).toList());
        Stream.concat(said.stream(), lasting(earlier, said).stream())
                .forEach(parcel -> parcels.merge(key(parcel), parcel, Parcels::together));
        return parcels.values().stream().sorted(AS_THEY_LEFT).toList();
    }

    static boolean isNumbered(Parcel parcel) {
        return !parcel.tracking().isEmpty();
    }

    /** Those that have not become others, which were not beside them. */
    private static List<Parcel> lasting(List<Parcel> some, List<Parcel> others) {
        var keys = some.stream().map(Parcels::key).collect(Collectors.toSet());
        var unknown =
                others.stream().filter(parcel -> !keys.contains(key(parcel))).toList();
        return some.stream()
                .filter(parcel -> isNumbered(parcel) || unknown.stream().noneMatch(other -> became(parcel, other)))
                .toList();
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

    private static boolean became(Parcel nameless, Parcel other) {
        return other.warehouse().equals(nameless.warehouse())
                && isOfOneDay(nameless.shippedAt(), other.shippedAt())
                && other.contents().stream()
                        .anyMatch(content ->
                                nameless.contents().stream().anyMatch(some -> some.line() == content.line()));
    }

    // Which day it is there is not known here; less than a whole one is near enough.
    private static boolean isOfOneDay(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty()
                || other.isEmpty()
                || Duration.between(one.get(), other.get()).abs().compareTo(DAY) < 0;
    }

    private static Parcel together(Parcel first, Parcel second) {
        return isNumbered(first) ? numbered(first, second) : first;
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
