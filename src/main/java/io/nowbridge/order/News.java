package io.nowbridge.order;

import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has happened to an order between two ways in which it stood, in words; nothing where it is no news. */
final class News {

    private final Standing before;
    private final Standing now;

    private News(Standing before, Standing now) {
        this.before = before;
        this.now = now;
    }

    static List<String> between(Standing before, Standing now) {
        var news = new News(before, now);
        return Stream.of(news.status(), news.parcels(), news.cancellations(), news.invoices())
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<String> status() {
        return now.status() == before.status()
                ? Stream.of()
                : Stream.of(now.status().words());
    }

    private Stream<String> parcels() {
        var known = before.parcels().stream().map(Parcels::key).collect(Collectors.toSet());
        return now.parcels().stream()
                .filter(parcel -> !known.contains(Parcels.key(parcel)))
                .map(News::left);
    }

    private static String left(Parcel parcel) {
        return parcel.tracking().isEmpty()
                ? "Something has left " + warehouse(parcel)
                : "Parcel %s has left %s".formatted(parcel.tracking(), warehouse(parcel));
    }

    private static String warehouse(Parcel parcel) {
        return parcel.warehouse().isEmpty() ? "the warehouse" : "warehouse " + parcel.warehouse();
    }

    private Stream<String> cancellations() {
        return now.lines().stream()
                .filter(line ->
                        line.cancelled() > before(line).map(Line::cancelled).orElse(0L))
                .map(line -> "Of line %d, %d will not come".formatted(line.line(), line.cancelled()));
    }

    private Optional<Line> before(Line line) {
        return before.lines().stream()
                .filter(other -> other.line() == line.line())
                .findFirst();
    }

    private Stream<String> invoices() {
        var known = before.invoices().stream().map(Invoice::number).collect(Collectors.toSet());
        return now.invoices().stream()
                .map(Invoice::number)
                .filter(number -> !known.contains(number))
                .map(number -> "Invoice %s was written".formatted(number));
    }
}
