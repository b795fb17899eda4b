package io.nowbridge.order;

import static java.util.function.Predicate.not;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Order.Approval;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.template.CreateOrders;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what a person has to approve of an order. An approval holds for what it was given for, and for nothing else. */
final class Approvals {

    private static final Comparator<Order> AGE = Comparator.comparing(Order::created)
            .thenComparing(order -> order.id().value());

    private static final int CENTS = 2;
    private static final String APPROVE = "Approve the order, or change it at the desk.";

    private final Orders orders;

    Approvals(Orders orders) {
        this.orders = orders;
    }

    /** What nobody has approved yet. */
    Uni<List<Failure>> missing(Order order, Template creating, Pricing pricing, String currency, Instant now) {
        return similar(order, creating, now)
                .map(similar -> Stream.of(
                                asked(creating) ? pricing.differences().stream() : Stream.<Failure>empty(),
                                total(order, creating, pricing.items(), currency).stream(),
                                similar.stream(),
                                manual(order, creating).stream())
                        .flatMap(reasons -> reasons)
                        .filter(not(reason -> isApproved(order, reason)))
                        .toList());
    }

    private static boolean isApproved(Order order, Failure reason) {
        return order.approval()
                .map(Approval::reasons)
                .filter(reasons -> reasons.contains(words(reason)))
                .isPresent();
    }

    /** A reason as an approval remembers it. */
    static String words(Failure reason) {
        return reason.subject() + ": " + reason.cause();
    }

    private static boolean asked(Template creating) {
        return CreateOrders.PRICE_DIFFERENCE.of(creating).equals("ask");
    }

    private static Optional<Failure> total(Order order, Template creating, List<Item> items, String currency) {
        var from = CreateOrders.APPROVAL_FROM.of(creating);
        var total = Submission.total(items);
        return from.signum() > 0 && total.compareTo(from) >= 0
                ? Optional.of(reason(
                        order,
                        "Its total is %s, and orders from %s on are approved"
                                .formatted(
                                        new Money(total, currency),
                                        new Money(from.setScale(Math.max(CENTS, from.scale())), currency))))
                : Optional.empty();
    }

    private static Optional<Failure> manual(Order order, Template creating) {
        return CreateOrders.SUBMISSION.of(creating).equals("manual")
                ? Optional.of(reason(order, "Orders are submitted when somebody says so"))
                : Optional.empty();
    }

    private Uni<List<Failure>> similar(Order order, Template creating, Instant now) {
        return within(creating)
                .map(window -> orders.alike(order, now.minus(window))
                        .onItem()
                        .transformToMulti(Multi.createFrom()::iterable)
                        .filter(id -> !id.equals(order.id()))
                        .onItem()
                        .transformToUniAndConcatenate(orders::find)
                        .onItem()
                        .<Order>transformToIterable(found -> found.stream().toList())
                        .filter(other -> goesFirst(other, order))
                        .map(other -> reason(
                                order,
                                "It asks for the same things as %s of %s"
                                        .formatted(
                                                other.asked().number(),
                                                other.created()
                                                        .atZone(ZoneOffset.UTC)
                                                        .toLocalDate())))
                        .collect()
                        .asList())
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    // Of two that are found at the same time, one goes out and the other one asks.
    private static boolean goesFirst(Order other, Order order) {
        return switch (other.stage()) {
            case SUBMITTING, UNCONFIRMED, PLACED, NEEDS_ATTENTION, DONE -> true;
            case READY, HELD -> AGE.compare(other, order) < 0;
            case INVALID, REJECTED, HANDLED -> false;
        };
    }

    private static Optional<Duration> within(Template creating) {
        return switch (CreateOrders.SIMILAR_WITHIN.of(creating)) {
            case "never" -> Optional.empty();
            case "1-day" -> Optional.of(Duration.ofDays(1));
            case "30-days" -> Optional.of(Duration.ofDays(30));
            default -> Optional.of(Duration.ofDays(7));
        };
    }

    private static Failure reason(Order order, String cause) {
        return new Failure(order.asked().number(), cause, WhoCanFix.CALLER, APPROVE);
    }
}
