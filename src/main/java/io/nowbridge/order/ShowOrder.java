package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Order.Told;
import io.nowbridge.order.OrderDesk.OrderDesks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the desk show how an order stands, if it shows something else; where there is nothing to do it answers the very order
 * that it was given. A desk that is down keeps nothing else from going on: it is tried again, ever more rarely.
 */
final class ShowOrder implements Step {

    private final OrderDesks desks;
    private final SetBack setBack;
    private final StatusLog log;
    private final InstantSource clock;

    ShowOrder(OrderDesks desks, SetBack setBack, StatusLog log, InstantSource clock) {
        this.desks = desks;
        this.setBack = setBack;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Uni<Order> take(Order order, Way way) {
        if (!isShown(order)) {
            return Uni.createFrom().item(order);
        }
        var showing = Showing.of(order, way);
        return order.told()
                        .filter(told -> told.imprint().equals(showing.imprint()))
                        .isPresent()
                ? Uni.createFrom().item(rested(order))
                : show(order, way, showing);
    }

    /** Whether people at the desk are to know of it: what is on its way is not, since it will be something else in a moment. */
    private static boolean isShown(Order order) {
        return switch (order.stage()) {
            case INVALID, HELD, PLACED, REJECTED, NEEDS_ATTENTION, DONE -> true;
            case READY, SUBMITTING, UNCONFIRMED, HANDLED -> false;
        };
    }

    private static Order rested(Order order) {
        return isFollowed(order) || order.next().isEmpty()
                ? order
                : new NextOrder(order).resting().made();
    }

    private static boolean isFollowed(Order order) {
        return order.stage() == Order.Stage.PLACED;
    }

    private Uni<Order> show(Order order, Way way, Showing showing) {
        return Multi.createFrom()
                .iterable(pages(order, showing))
                .onItem()
                .transformToUniAndConcatenate(page ->
                        desks.of(way.desk(), page.template()).show(order.asked().id(), page.report()))
                .onItem()
                .<String>transformToIterable(differences -> differences)
                .collect()
                .asList()
                .onItemOrFailure()
                .transformToUni((differences, failure) -> switch (failure) {
                    case null -> shown(order, way, showing, differences);
                    case ConnectedSystemException e -> Uni.createFrom().item(later(order, e));
                    default -> Uni.createFrom().failure(failure);
                });
    }

    // Where the desk has kept something to itself, all is shown again, or what one page lacked would be forgotten.
    private static List<Showing.Page> pages(Order order, Showing showing) {
        return DeskReasons.of(order.reasons()).isEmpty() ? showing.news(order.told()) : showing.pages();
    }

    private Uni<Order> shown(Order order, Way way, Showing showing, List<String> differences) {
        var now = clock.instant();
        var failures = Stream.concat(
                        showing.gaps().stream(), differences.stream().map(words -> kept(order, words)))
                .toList();
        var next = new NextOrder(order)
                .to(order.stage(), DeskReasons.replaced(order.reasons(), failures))
                .told(new Told(now, showing.imprint()));
        var made = (isFollowed(order) ? next : next.resting()).made();
        return order.reasons().containsAll(failures)
                ? Uni.createFrom().item(made)
                : log.incomplete(order, way, now, failures).replaceWith(made);
    }

    private static Failure kept(Order order, String words) {
        return new Failure(
                DeskReasons.subject(order),
                "The purchase order does not show all of it: " + words,
                WhoCanFix.ADMINISTRATOR,
                "Edit the template Get Order Status: map the fields of shipments and tracking numbers to columns that it may change.");
    }

    private Order later(Order order, ConnectedSystemException failure) {
        var then = setBack.of(order, failure).made().next().orElseThrow();
        var reasons = DeskReasons.replaced(order.reasons(), List.of(Failure.of(DeskReasons.subject(order), failure)));
        var sooner = order.next()
                .filter(next -> isFollowed(order) && next.isBefore(then))
                .orElse(then);
        var next = new NextOrder(order).again(sooner, reasons);
        return order.told().map(told -> next.told(forgotten(told))).orElse(next).made();
    }

    // Whether it was written is not known: it is written again, even if it is as it was before by then.
    private static Told forgotten(Told told) {
        return new Told(told.at(), "");
    }
}
