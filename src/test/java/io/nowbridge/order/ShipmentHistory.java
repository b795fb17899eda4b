package io.nowbridge.order;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.Connection;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happens to an order at a distributor, at random: it ships in parts, from several warehouses, some parcels without a
 * number at first; it cancels, waits for stock, and bills late. Asked how the order stands, it mostly says so; or it is down,
 * repeats an old answer, or has forgotten the latest.
 */
final class ShipmentHistory implements Distributor, Distributors {

    private static final String[] CARRIERS = {"UPS Ground", "FedEx Priority Overnight", "Somebody"};

    private final Random chance;
    private final InstantSource clock;
    private final List<Stock> lines = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Standing> answers = new ArrayList<>();
    private boolean isOver;

    /** A line: what of it is ordered, and what will not come. */
    private static final class Stock {

        private final int number;
        private final long ordered;
        private long cancelled;
        private boolean isInReview;
        private Optional<LocalDate> expected = Optional.empty();

        private Stock(int number, long ordered, boolean isInReview) {
            this.number = number;
            this.ordered = ordered;
            this.isInReview = isInReview;
        }
    }

    /** A parcel, whose number comes later, or never. */
    private record Sent(String tracking, boolean isNumbered, Parcel parcel) {}

    ShipmentHistory(Random chance, InstantSource clock, long... quantities) {
        this.chance = chance;
        this.clock = clock;
        var isInReview = chance.nextInt(4) == 0;
        for (var quantity : quantities) {
            lines.add(new Stock(lines.size() + 1, quantity, isInReview));
        }
        answers.add(truth());
    }

    /** The next thing happens. */
    void proceed() {
        lines.forEach(line -> line.isInReview &= chance.nextInt(2) == 0);
        switch (chance.nextInt(6)) {
            case 0, 1 -> ship();
            case 2 -> number();
            case 3 -> any().ifPresent(this::cancel);
            case 4 -> any().ifPresent(line -> line.expected = Optional.of(today().plusDays(1 + chance.nextInt(9))));
            default -> bill();
        }
        answers.add(truth());
    }

    /** All that is left is sent or cancelled, and billed, and most of it has a number; whoever asks now is told the truth. */
    void end() {
        lines.forEach(line -> line.isInReview = false);
        any().ifPresent(this::cancel);
        while (any().isPresent()) {
            ship();
        }
        IntStream.range(0, sent.size()).filter(index -> chance.nextInt(8) > 0).forEach(this::number);
        bill();
        isOver = true;
        answers.add(truth());
    }

    /** How the order stands. */
    Standing truth() {
        var numbered = sent.stream().filter(Sent::isNumbered).map(Sent::parcel);
        var others = sent.stream().filter(parcel -> !parcel.isNumbered()).map(Sent::parcel);
        var parcels = Parcels.merged(
                List.of(), Stream.concat(numbered, together(others)).toList());
        return Merging.of(
                new Standing(clock.instant(), List.of(), List.of(), List.of()),
                new Standing(clock.instant(), lines.stream().map(this::line).toList(), parcels, List.copyOf(invoices)));
    }

    /** All that it has ever had to say, each later than the one before. */
    List<Standing> answers() {
        return answers;
    }

    // As a distributor tells of them: what left a warehouse on one day.
    private static Stream<Parcel> together(Stream<Parcel> parcels) {
        var all = new LinkedHashMap<String, Parcel>();
        parcels.forEach(parcel -> {
            var at = parcel.shippedAt().orElseThrow();
            var nameless = new Parcel("", parcel.carrier(), parcel.warehouse(), Optional.of(at), parcel.contents());
            all.merge(parcel.warehouse() + day(at), nameless, ShipmentHistory::sum);
        });
        return all.values().stream();
    }

    private static Parcel sum(Parcel one, Parcel other) {
        var contents = new TreeMap<Integer, Content>();
        Stream.concat(one.contents().stream(), other.contents().stream())
                .forEach(content -> contents.merge(
                        content.line(),
                        content,
                        (some, more) -> new Content(
                                some.line(),
                                some.sku(),
                                some.quantity() + more.quantity(),
                                Stream.concat(some.serialNumbers().stream(), more.serialNumbers().stream())
                                        .sorted()
                                        .toList())));
        return new Parcel("", one.carrier(), one.warehouse(), one.shippedAt(), List.copyOf(contents.values()));
    }

    private Standing.Line line(Stock line) {
        var shipped = shipped(line);
        var outstanding = line.ordered - shipped - line.cancelled;
        return new Standing.Line(
                line.number,
                Following.sku(line.number),
                status(line, shipped, outstanding),
                line.ordered,
                shipped,
                line.cancelled,
                Optional.empty(),
                List.of("9000" + line.number),
                line.expected.filter(any -> outstanding > 0),
                "");
    }

    private static Status status(Stock line, long shipped, long outstanding) {
        if (outstanding == 0) {
            return shipped == 0 ? Status.DELETED : Status.SHIPPED;
        }
        if (shipped > 0) {
            return Status.PARTIALLY_SHIPPED;
        }
        if (line.isInReview) {
            return Status.IN_REVIEW;
        }
        return line.expected.isPresent() ? Status.BACKORDERED : Status.ACCEPTED;
    }

    // One or two parcels, at the same time from the same warehouse.
    private void ship() {
        var warehouse = Integer.toString(2 + chance.nextInt(3));
        var at = clock.instant().plusSeconds(sent.size());
        for (var left = 1 + chance.nextInt(2); left > 0; left--) {
            var contents = lines.stream()
                    .filter(line -> !line.isInReview)
                    .flatMap(line -> content(line).stream())
                    .toList();
            if (!contents.isEmpty()) {
                var isNumbered = chance.nextInt(3) > 0;
                var tracking = "1Z%06d".formatted(100 + sent.size());
                var carrier = CARRIERS[chance.nextInt(CARRIERS.length)];
                sent.add(new Sent(
                        tracking, isNumbered, new Parcel(tracking, carrier, warehouse, Optional.of(at), contents)));
            }
        }
    }

    private Optional<Content> content(Stock line) {
        var outstanding = line.ordered - shipped(line) - line.cancelled;
        var quantity = outstanding == 0 ? 0 : 1 + chance.nextLong(outstanding);
        var serials = IntStream.range(0, (int) quantity)
                .mapToObj(each -> "SN%02d%03d%02d".formatted(line.number, sent.size(), each))
                .toList();
        return Optional.of(new Content(line.number, Following.sku(line.number), quantity, serials))
                .filter(any -> quantity > 0);
    }

    private long shipped(Stock line) {
        return sent.stream()
                .flatMap(parcel -> parcel.parcel().contents().stream())
                .filter(content -> content.line() == line.number)
                .mapToLong(Content::quantity)
                .sum();
    }

    private void number() {
        if (!sent.isEmpty()) {
            number(chance.nextInt(sent.size()));
        }
    }

    private void number(int index) {
        var parcel = sent.get(index);
        sent.set(index, new Sent(parcel.tracking(), true, parcel.parcel()));
    }

    private Optional<Stock> any() {
        return lines.stream()
                .filter(line -> line.ordered > shipped(line) + line.cancelled)
                .findAny();
    }

    private void cancel(Stock line) {
        line.cancelled += 1 + chance.nextLong(line.ordered - shipped(line) - line.cancelled);
    }

    // What was sent and is not billed, in one bill.
    private void bill() {
        var items = lines.stream()
                .map(line -> new Invoice.Item(line.number, shipped(line) - billed(line)))
                .filter(item -> item.quantity() > 0)
                .toList();
        if (!items.isEmpty()) {
            invoices.add(
                    new Invoice("I-%03d".formatted(invoices.size()), Optional.of(today()), Optional.empty(), items));
        }
    }

    private long billed(Stock line) {
        return invoices.stream()
                .flatMap(invoice -> invoice.items().stream())
                .filter(item -> item.line() == line.number)
                .mapToLong(Invoice.Item::quantity)
                .sum();
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public Uni<Optional<Standing>> standing(String number) {
        return Uni.createFrom().item(() -> {
            var old = answers.get(chance.nextInt(answers.size()));
            return switch (isOver ? Integer.MAX_VALUE : chance.nextInt(12)) {
                case 0 -> throw FakeDistributor.down(Effect.NONE);
                case 1 -> Optional.empty();
                case 2 -> Optional.of(old);
                case 3 -> Optional.of(new Standing(clock.instant(), old.lines(), old.parcels(), old.invoices()));
                default -> Optional.of(truth());
            };
        });
    }

    @Override
    public Distributor of(Connection distributor) {
        return this;
    }

    @Override
    public Uni<AccountId> account() {
        return Uni.createFrom().item(FakeDistributor.ACCOUNT);
    }

    @Override
    public Terms terms() {
        return FakeDistributor.TERMS;
    }

    @Override
    public Uni<Placement> place(Request request) {
        return Uni.createFrom().failure(new AssertionError("it has the order"));
    }
}
