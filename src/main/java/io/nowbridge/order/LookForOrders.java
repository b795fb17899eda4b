package io.nowbridge.order;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Looks.Look;
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

    /** Who looks when the time of a template has come. */
    static final String SCHEDULE = "schedule";

    private static final Set<String> TRIGGERS = Set.of(SCHEDULE, "webhook");

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

    /** Looks for all, or for one purchase order alone, by its number or by the desk's own id of it. */
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
                ? take(way, number, by)
                        .flatMap(all -> passed(way, number)
                                .map(passed -> look(creating, at, by, all, passed, List.of()))
                                .onFailure(ConnectedSystemException.class)
                                .recoverWithItem(failure ->
                                        look(creating, at, by, all, List.of(), List.of(why(creating, failure)))))
                        .onFailure(ConnectedSystemException.class)
                        .recoverWithItem(failure ->
                                look(creating, at, by, List.of(), List.of(), List.of(why(creating, failure))))
                        .flatMap(look -> end(creating, number, look))
                : inVain(creating, number, at, by, List.of(Ways.disabled(creating)));
    }

    private Uni<Outcome> inVain(
            Template creating, Optional<String> number, Instant at, String by, List<Failure> obstacles) {
        return end(creating, number, look(creating, at, by, List.of(), List.of(), obstacles));
    }

    private static Failure why(Template creating, Throwable failure) {
        return Failure.of(creating.form().name(), (ConnectedSystemException) failure);
    }

    private Uni<List<Taking>> take(Way way, Optional<String> number, String by) {
        return distributors
                .of(way.distributor())
                .account()
                .flatMap(account -> desks.of(way.desk(), way.creating())
                        .ready()
                        .filter(order -> isWanted(order, number))
                        .onItem()
                        .transformToUniAndConcatenate(
                                asked -> takeOrder.run(way, key(account, way, asked.number()), asked, by))
                        .collect()
                        .asList()
                        .call(this::wake));
    }

    private static boolean isWanted(PurchaseOrder order, Optional<String> number) {
        return number.map(one -> one.equals(order.number()) || one.equals(order.id()))
                .orElse(true);
    }

    // What is looked for by its number says nothing about the others.
    private Uni<List<Passed>> passed(Way way, Optional<String> number) {
        return number.isPresent()
                ? Uni.createFrom().item(List.of())
                : desks.of(way.desk(), way.creating()).passed();
    }

    /** What there is one order for, whoever asks for it. */
    static OrderKey key(AccountId account, Way way, String number) {
        return new OrderKey(account, CreateOrders.NUMBER_PREFIX.of(way.creating()) + number);
    }

    private Uni<Void> wake(List<Taking> all) {
        var taken = all.stream()
                .filter(taking -> taking.condition().isEmpty())
                .map(Taking::order)
                .toList();
        return taken.isEmpty() ? Uni.createFrom().voidItem() : stores.queue().advance(taken);
    }

    private static Look look(
            Template creating, Instant at, String by, List<Taking> all, List<Passed> others, List<Failure> failures) {
        var left = all.stream()
                .flatMap(taking ->
                        taking
                                .condition()
                                .map(condition -> new Passed(taking.asked().status(), condition, 1))
                                .stream())
                .collect(groupingBy(passed -> passed, LinkedHashMap::new, counting()));
        var passed = Stream.concat(
                        left.entrySet().stream()
                                .map(some -> new Passed(
                                        some.getKey().status(), some.getKey().condition(), some.getValue())),
                        others.stream())
                .toList();
        var taken = all.stream().filter(taking -> taking.condition().isEmpty()).count();
        return new Look(creating.id(), at, by, all.size(), taken, passed, failures);
    }

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
        var isNews = look.taken() > 0 || (!look.failures().isEmpty() && !known);
        return isNews || !TRIGGERS.contains(look.by())
                ? log.look(creating, look)
                : Uni.createFrom().voidItem();
    }
}
