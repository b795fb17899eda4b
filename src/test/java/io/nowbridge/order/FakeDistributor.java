package io.nowbridge.order;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.Connection;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Distributor.Placement.Taken;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A distributor that keeps what it has taken, and goes wrong as a test says; safe for several at once. It refuses a number that
 * it has, unless a test wants to see whether it is sent again.
 */
public final class FakeDistributor implements Distributor, Distributors {

    public static final AccountId ACCOUNT = new AccountId("account-1");
    public static final Terms TERMS = new Terms(
            "US",
            "USD",
            new BigDecimal("0.01"),
            Map.ofEntries(
                    Map.entry("number", 20),
                    Map.entry("name", 30),
                    Map.entry("name2", 35),
                    Map.entry("line1", 60),
                    Map.entry("line2", 30),
                    Map.entry("city", 20),
                    Map.entry("state", 2),
                    Map.entry("zip", 10),
                    Map.entry("contact", 30),
                    Map.entry("phone", 20),
                    Map.entry("email", 30)));

    /** What goes wrong with the next order that is placed. */
    public enum Fault {
        /** It is taken, and the answer never arrives. */
        LOST_ANSWER,
        /** It never arrives, and nobody can say so. */
        LOST_REQUEST,
        /** No connection comes about. */
        UNAVAILABLE,
        /** It asks to be left alone for ten minutes. */
        BUSY,
        /** It cannot be read. */
        REJECTED
    }

    private final InstantSource clock;
    private final Map<String, Integer> accepted = new HashMap<>();
    private final Map<String, Standing> orders = new HashMap<>();
    private final List<Request> received = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Status> statuses = new HashMap<>();
    private @Nullable String refusal;
    private @Nullable ConnectedSystemException silence;
    private boolean lagging;
    private boolean trusting;
    private Runnable meanwhile = () -> {};
    private int asked;

    public FakeDistributor(InstantSource clock) {
        this.clock = clock;
    }

    /** These go wrong with the next orders, one each. */
    public synchronized void failNext(Fault... its) {
        faults.addAll(List.of(its));
    }

    /** It wants no order any more, in these words; until it does again. */
    public synchronized void refuses(@Nullable String words) {
        refusal = words;
    }

    /** What is of this SKU comes to this when it is ordered. */
    public synchronized void answers(String sku, Status status) {
        statuses.put(sku, status);
    }

    /** How an order stands from now on. */
    public synchronized void has(String number, Standing standing) {
        orders.put(number, standing);
    }

    /** Whether its answers about orders know nothing of those that it has. */
    public synchronized void lags(boolean its) {
        lagging = its;
    }

    /** Whether it takes a number as often as it is sent. */
    public synchronized void trusts(boolean its) {
        trusting = its;
    }

    /** What happens before the next order arrives. */
    public synchronized void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    /** It cannot be asked how orders stand; until it can again. */
    public synchronized void isSilent(@Nullable ConnectedSystemException its) {
        silence = its;
    }

    /** How often each number was taken. */
    public synchronized Map<String, Integer> accepted() {
        return Map.copyOf(accepted);
    }

    /** Whatever has arrived. */
    public synchronized List<Request> received() {
        return List.copyOf(received);
    }

    /** How often it was asked how an order stands. */
    public synchronized int asked() {
        return asked;
    }

    @Override
    public Distributor of(Connection distributor) {
        return this;
    }

    @Override
    public Uni<AccountId> account() {
        return Uni.createFrom().item(ACCOUNT);
    }

    @Override
    public Terms terms() {
        return TERMS;
    }

    @Override
    public Uni<Placement> place(Request request) {
        return answering(() -> {
            var happening = meanwhile;
            meanwhile = () -> {};
            happening.run();
            var fault = faults.isEmpty() ? null : faults.removeFirst();
            return switch (fault) {
                case null -> take(request);
                case LOST_ANSWER -> {
                    take(request);
                    throw down(Effect.PENDING);
                }
                case LOST_REQUEST -> throw down(Effect.PENDING);
                case UNAVAILABLE -> throw down(Effect.NONE);
                case BUSY ->
                    throw new Unavailable(
                            new Report("Placing an order answered 429", "Wait.", Effect.NONE),
                            Duration.ofMinutes(10),
                            true,
                            new IllegalStateException());
                case REJECTED ->
                    throw new Rejected(
                            new Report("Placing an order was refused: incomplete", "Correct it.", Effect.NONE),
                            new IllegalStateException());
            };
        });
    }

    private Placement take(Request request) {
        received.add(request);
        if (!trusting && orders.containsKey(request.number())) {
            return new Placement.Duplicate("This PO# already exists");
        }
        if (refusal != null) {
            return new Placement.Refused(refusal);
        }
        accepted.merge(request.number(), 1, Integer::sum);
        var lines = request.items().stream().map(this::line).toList();
        orders.put(request.number(), new Standing(clock.instant(), lines, List.of(), List.of()));
        return new Taken(lines.stream()
                .map(line -> new Placement.Line(
                        line.line(), line.status(), String.join(" ", line.orderNumbers()), line.words()))
                .toList());
    }

    private Standing.Line line(Request.Item item) {
        var status = statuses.getOrDefault(item.sku(), Status.ACCEPTED);
        var rejected = status == Status.REJECTED;
        return new Standing.Line(
                item.line(),
                item.sku(),
                status,
                rejected ? 0 : item.quantity(),
                0,
                rejected ? item.quantity() : 0,
                Optional.of(item.unitPrice()),
                rejected ? List.of() : List.of("SO-" + item.line()),
                Optional.empty(),
                rejected ? "Not for this account" : "");
    }

    @Override
    public Uni<Optional<Standing>> standing(String number) {
        return answering(() -> {
            asked++;
            if (silence != null) {
                throw silence;
            }
            return lagging
                    ? Optional.empty()
                    : Optional.ofNullable(orders.get(number)).map(this::now);
        });
    }

    private Standing now(Standing standing) {
        return new Standing(clock.instant(), standing.lines(), standing.parcels(), standing.invoices());
    }

    /** That it is down, and what a call may have done. */
    public static Unavailable down(Effect effect) {
        return new Unavailable(
                new Report("The distributor did not answer", "Wait.", effect),
                Duration.ofSeconds(5),
                new IllegalStateException());
    }

    /** An order of these that it has. */
    public static Standing standing(Instant asOf, Standing.Line... lines) {
        return new Standing(asOf, List.of(lines), List.of(), List.of());
    }

    private <T> Uni<T> answering(Supplier<T> answer) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return answer.get();
            }
        });
    }
}
