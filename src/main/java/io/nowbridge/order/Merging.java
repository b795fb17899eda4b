package io.nowbridge.order;

import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one of two things that a distributor has said of an order: the later one counts, and what has left or was billed once
 * is not taken back, since its service may forget for a while what it has told. In whichever order they come, and however
 * often, the same comes out.
 */
final class Merging {

    private static final Comparator<Invoice> BY_NUMBER = Comparator.comparing(Invoice::number);

    private final SortedMap<Integer, Line> before;
    private final Map<Integer, Long> sent;
    private final Map<Integer, Long> billed;

    private Merging(SortedMap<Integer, Line> before, List<Parcel> parcels, List<Invoice> invoices) {
        this.before = before;
        this.sent = parcels.stream()
                .flatMap(parcel -> parcel.contents().stream())
                .collect(Collectors.groupingBy(Parcel.Content::line, Collectors.summingLong(Parcel.Content::quantity)));
        this.billed = invoices.stream()
                .flatMap(invoice -> invoice.items().stream())
                .collect(Collectors.groupingBy(Invoice.Item::line, Collectors.summingLong(Invoice.Item::quantity)));
    }

    static Standing of(Standing one, Standing other) {
        var isLater = !other.asOf().isBefore(one.asOf());
        var earlier = isLater ? one : other;
        var later = isLater ? other : one;
        var parcels = Parcels.merged(earlier.parcels(), later.parcels());
        var invoices = invoices(earlier.invoices(), later.invoices());
        var merging = new Merging(byNumber(earlier.lines()), parcels, invoices);
        return new Standing(later.asOf(), merging.lines(later.lines()), parcels, invoices);
    }

    private List<Line> lines(List<Line> said) {
        var all = new TreeMap<>(before);
        all.putAll(byNumber(said));
        return all.values().stream().map(this::settled).toList();
    }

    private Line settled(Line said) {
        var known = before.getOrDefault(said.line(), said);
        var proven = sent.getOrDefault(said.line(), 0L);
        var ordered = ordered(said, known, proven);
        var shipped = Math.min(Math.max(said.shipped(), proven), ordered);
        var cancelled = cancelled(said, ordered - shipped);
        return new Line(
                said.line(),
                said.sku(),
                status(said, ordered, shipped, cancelled),
                ordered,
                shipped,
                cancelled,
                said.unitPrice().or(known::unitPrice),
                said.orderNumbers().isEmpty() ? known.orderNumbers() : said.orderNumbers(),
                expected(said, ordered - shipped - cancelled),
                said.words());
    }

    // Of a line that is gone it may not say any more how many it had.
    private static long ordered(Line said, Line known, long proven) {
        var ordered = isGone(said) ? Math.max(said.ordered(), known.ordered()) : said.ordered();
        return ordered == 0 ? proven : ordered;
    }

    // Of a line that it has never taken, it says how many will not come although it has none of them.
    private static long cancelled(Line said, long left) {
        if (said.ordered() == 0 && left == 0) {
            return said.cancelled();
        }
        return isGone(said) ? left : Math.min(said.cancelled(), left);
    }

    private Status status(Line said, long ordered, long shipped, long cancelled) {
        if (shipped == 0) {
            return cancelled > 0 && cancelled >= ordered && !isGone(said) ? Status.DELETED : said.status();
        }
        if (shipped + cancelled < ordered) {
            return Status.PARTIALLY_SHIPPED;
        }
        var isSaid = said.status() == Status.INVOICED && said.shipped() >= shipped;
        return isSaid || billed.getOrDefault(said.line(), 0L) >= shipped ? Status.INVOICED : Status.SHIPPED;
    }

    private static Optional<LocalDate> expected(Line said, long outstanding) {
        return said.expected().filter(any -> outstanding > 0);
    }

    private static boolean isGone(Line said) {
        return said.status() == Status.REJECTED || said.status() == Status.DELETED;
    }

    private static List<Invoice> invoices(List<Invoice> earlier, List<Invoice> later) {
        return Stream.concat(later.stream(), earlier.stream())
                .collect(Collectors.toMap(Invoice::number, Function.identity(), Merging::fuller))
                .values()
                .stream()
                .sorted(BY_NUMBER)
                .toList();
    }

    private static Invoice fuller(Invoice later, Invoice earlier) {
        return new Invoice(
                later.number(),
                later.date().or(earlier::date),
                later.total().or(earlier::total),
                later.items().isEmpty() ? earlier.items() : later.items());
    }

    private static SortedMap<Integer, Line> byNumber(List<Line> lines) {
        return lines.stream()
                .collect(Collectors.toMap(Line::line, Function.identity(), (one, other) -> other, TreeMap::new));
    }
}
