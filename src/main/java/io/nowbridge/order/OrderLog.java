package io.nowbridge.order;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Looks.Look;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Writes orders into the Sync Activity Log: one entry for each submission, from its beginning until it is placed or given up,
 * and one for each decision of a person.
 */
final class OrderLog {

    /** The function that works on orders. */
    static final String FUNCTION = "advanceOrders";

    /** The function that looks for them. */
    static final String LOOKING = "createOrders";

    private final ActivityLog log;
    private final InstantSource clock;

    OrderLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The order whose submission an entry tells of. */
    static OrderId order(Activity entry) {
        return new OrderId(entry.id().substring(0, entry.id().indexOf('-')));
    }

    /** The submission that an order is in has come so far. */
    Uni<Void> submission(Order order) {
        return submission(order, result(order), order.reasons());
    }

    /** The submission that an order was in is given up, since a person takes care of it. */
    Uni<Void> givenUp(Order order, Failure why) {
        return submission(order, Result.FAILED, List.of(why));
    }

    /** A person has decided something about an order. */
    Uni<Void> decision(Order order, Operation operation, String action, Order.Event event) {
        return log.record(new Activity(
                        "%s-%d-%s".formatted(order.id(), order.version(), action),
                        event.at(),
                        Duration.ZERO,
                        operation,
                        "orders",
                        order.desk(),
                        event.by(),
                        Result.SUCCESS,
                        Map.of(
                                "order",
                                order.asked().number(),
                                "distributor",
                                order.distributor().value(),
                                "action",
                                action),
                        List.of())
                .of(order.template().value()));
    }

    /** A look at the desk, which took something, or was wanted by somebody, or could not be taken. */
    Uni<Void> look(Template template, Look look) {
        return log.record(new Activity(
                        "look-%s-%d".formatted(template.id(), look.at().toEpochMilli()),
                        look.at(),
                        Duration.between(look.at(), clock.instant()),
                        Operation.ORDER,
                        LOOKING,
                        template.form().desk(),
                        look.by(),
                        look.failures().isEmpty() ? Result.SUCCESS : Result.FAILED,
                        Map.of(
                                "distributor",
                                template.form().distributor().value(),
                                "found",
                                Long.toString(look.found()),
                                "passed",
                                Long.toString(look.passed().stream()
                                        .mapToLong(OrderDesk.Passed::count)
                                        .sum())),
                        look.failures())
                .of(template.id().value())
                .with(new Counts(look.taken(), look.failures().size(), 0)));
    }

    private Uni<Void> submission(Order order, Result result, List<Failure> failures) {
        return log.record(new Activity(
                        "%s-%d".formatted(order.id(), order.begun().at().toEpochMilli()),
                        order.begun().at(),
                        Duration.between(order.begun().at(), clock.instant()),
                        Operation.ORDER,
                        FUNCTION,
                        order.desk(),
                        order.begun().by(),
                        result,
                        Map.of(
                                "order",
                                order.asked().number(),
                                "distributor",
                                order.distributor().value()),
                        failures)
                .of(order.template().value()));
    }

    private static Result result(Order order) {
        return switch (order.stage()) {
            case PLACED, DONE -> order.reasons().isEmpty() ? Result.SUCCESS : Result.PARTIAL_SUCCESS;
            case INVALID, REJECTED, NEEDS_ATTENTION, HANDLED -> Result.FAILED;
            case HELD, SUBMITTING -> Result.UNDER_WAY;
            case READY, UNCONFIRMED -> healsByItself(order) ? Result.UNDER_WAY : Result.FAILED;
        };
    }

    private static boolean healsByItself(Order order) {
        return order.reasons().stream().allMatch(reason -> reason.whoCanFix() == WhoCanFix.NOBODY);
    }
}
