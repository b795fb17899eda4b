package io.nowbridge.order;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Looks.Look;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderDesk.OrderDesks;
import io.nowbridge.order.OrderDesk.Passed;
import io.nowbridge.order.OrderWork.Stores;
import io.nowbridge.order.TakeOrder.Taking;
import io.nowbridge.template.CreateOrders;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at a desk for purchase orders that are ready, and keeps an order for each; says what it saw and passed over. */
public final class LookForOrders {

    /** Whoever looks without being asked by a person. */
    static final Set<String> TRIGGERS = Set.of("schedule", "webhook");

    /** What became of it. */
    public sealed interface Outcome {

        record Looked(Look look) implements Outcome {}

        record NoSuchTemplate() implements Outcome {}

        record CreatesNoOrders() implements Outcome {}
    }

    private final Ways ways;
    private final OrderDesks desks;
    private final Distributors distributors;
    private final TakeOrder takeOrder;
    private final OrderLog log;
    private final Stores stores;
    private final InstantSource clock;

    LookForOrders(
            Ways ways,
            OrderDesks desks,
            Distributors distributors,
            TakeOrder takeOrder,
            OrderLog log,
            Stores stores,
            InstantSource clock) {
        this.ways = ways;
        this.desks = desks;
        this.distributors = distributors;
        this.takeOrder = takeOrder;
        this.log = log;
        this.stores = stores;
        this.clock = clock;
    }

    /** Looks for all, or for the purchase order of a number alone. */
    public Uni<Outcome> run(TemplateId id, Optional<String> number, String by) {
        var at = clock.instant();
        return ways.of(id).flatMap(found -> switch (found) {
            case Ways.Found.Open(var way) -> look(way, number, at, by);
            case Ways.Found.Closed(var creating, var obstacles) -> inVain(creating, number, at, by, obstacles);
            case Ways.Found.NoSuchTemplate none -> Uni.createFrom().item(new Outcome.NoSuchTemplate());
            case Ways.Found.CreatesNoOrders other -> Uni.createFrom().item(new Outcome.CreatesNoOrders());
        });
    }

    private Uni<Outcome> look(Way way, Optional<String> number, Instant at, String by) {
        var creating = way.creating();
        return creating.enabled()
                ? look(way, number, by)
                        .map(seen -> new Look(
                                creating.id(), at, by, seen.found(), seen.taken(), seen.passed(), List.of()))
                        .onFailure(ConnectedSystemException.class)
                        .recoverWithItem(failure -> failed(
                                creating,
                                at,
                                by,
                                List.of(Failure.of(creating.form().name(), failure))))
                        .flatMap(look -> end(creating, number, look))
                : inVain(creating, number, at, by, List.of(Ways.disabled(creating)));
    }

    private Uni<Outcome> inVain(
            Template creating, Optional<String> number, Instant at, String by, List<Failure> obstacles) {
        return end(creating, number, failed(creating, at, by, obstacles));
    }

    private static Look failed(Template creating, Instant at, String by, List<Failure> why) {
        return new Look(creating.id(), at, by, 0, 0, List.of(), why);
    }

    private record Seen(long found, long taken, List<Passed> passed) {}

    private Uni<Seen> look(Way way, Optional<String> number, String by) {
        var desk = desks.of(way.desk(), way.creating());
        return distributors.of(way.distributor()).account().flatMap(account -> desk.ready()
                .filter(order -> number.filter(one -> !one.equals(order.number())).isEmpty())
                .onItem()
                .transformToUniAndConcatenate(asked -> takeOrder.run(way, key(account, way, asked.number()), asked, by))
                .collect()
                .asList()
                .call(this::wake)
                .flatMap(all -> number.isPresent()
                        ? Uni.createFrom().item(seen(all, List.of()))
                        : desk.passed().map(passed -> seen(all, passed))));
    }

    /** What there is one order for, whoever asks for it. */
    static OrderKey key(AccountId account, Way way, String number) {
        return new OrderKey(account, CreateOrders.NUMBER_PREFIX.of(way.creating()) + number);
    }

    private Uni<Void> wake(List<Taking> all) {
        var taken = all.stream()
                .filter(taking -> taking.left().isEmpty())
                .map(Taking::order)
                .toList();
        return taken.isEmpty() ? Uni.createFrom().voidItem() : stores.queue().advance(taken);
    }

    private static Seen seen(List<Taking> all, List<Passed> others) {
        var left = all.stream()
                .flatMap(taking -> taking.left()
                        .map(stage -> new Passed(taking.asked().status(), condition(stage), 1))
                        .stream())
                .collect(groupingBy(passed -> passed, LinkedHashMap::new, counting()));
        var passed = Stream.concat(
                        left.entrySet().stream()
                                .map(some -> new Passed(
                                        some.getKey().status(), some.getKey().condition(), some.getValue())),
                        others.stream())
                .toList();
        var taken = all.stream().filter(taking -> taking.left().isEmpty()).count();
        return new Seen(all.size(), taken, passed);
    }

    private static String condition(Stage stage) {
        return switch (stage) {
            case READY, SUBMITTING, UNCONFIRMED -> "Its order is on its way";
            case INVALID -> "It cannot be ordered as it is: its order says why";
            case HELD -> "Its order waits for an approval";
            case PLACED, DONE -> "It was ordered before";
            case REJECTED -> "The distributor did not want it: its order says why";
            case NEEDS_ATTENTION -> "A person has to find out what became of its order";
            case HANDLED -> "Somebody has taken care of its order";
        };
    }

    // What is looked for by its number says nothing about the others.
    private Uni<Outcome> end(Template creating, Optional<String> number, Look look) {
        return stores.looks()
                .last(creating.id())
                .flatMap(last -> tell(creating, look, last))
                .chain(() -> number.isPresent()
                        ? Uni.createFrom().voidItem()
                        : stores.looks().keep(look))
                .replaceWith(new Outcome.Looked(look));
    }

    // What fails every minute in the same way fails once for the log.
    private Uni<Void> tell(Template creating, Look look, Optional<Look> last) {
        var known = last.map(Look::failures).filter(look.failures()::equals).isPresent();
        var isNews = look.taken() > 0 || !look.failures().isEmpty() && !known;
        return isNews || !TRIGGERS.contains(look.by())
                ? log.look(creating, look)
                : Uni.createFrom().voidItem();
    }
}
