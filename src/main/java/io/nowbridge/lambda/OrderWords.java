package io.nowbridge.lambda;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.order.AdoptOrder;
import io.nowbridge.order.Decision;
import io.nowbridge.order.Order;
import java.util.Optional;

/** Words what became of a request about orders. */
final class OrderWords {

    private OrderWords() {}

    static Reply of(Optional<Order> found) {
        return found.map(order -> Reply.ok(OrderReply.whole(order)))
                .orElseGet(() -> Problems.notFound(OrderRequests.ORDER));
    }

    static Reply of(Decision decision) {
        return switch (decision) {
            case Decision.Made(var order) -> accepted(order);
            case Decision.NotNow(var order, var cause) ->
                Reply.problem(Kind.NOT_NOW.saying(
                        "%s: the order is %s".formatted(cause, Spelling.word(order.stage())),
                        "Read the order again, and do what its stage allows.",
                        WhoCanFix.CALLER));
            case Decision.NoSuchOrder() -> Problems.notFound(OrderRequests.ORDER);
        };
    }

    static Reply of(AdoptOrder.Outcome outcome) {
        return switch (outcome) {
            case AdoptOrder.Outcome.Adopted(var order) -> accepted(order);
            case AdoptOrder.Outcome.NotThere(var cause) ->
                Reply.problem(Kind.NOT_FOUND.saying(
                        cause,
                        "Compare the number with the distributor's own, and with the prefix that the template puts before it.",
                        WhoCanFix.CALLER));
            case AdoptOrder.Outcome.NoSuchTemplate() -> Problems.notFound(TemplateWords.TEMPLATE);
            case AdoptOrder.Outcome.NotNow(var obstacles) -> RunWords.notReady(obstacles);
        };
    }

    static Reply createsNoOrders() {
        return Reply.problem(Kind.CONFLICT.saying(
                "The template creates no orders", "Name a template of that kind.", WhoCanFix.CALLER));
    }

    private static Reply accepted(Order order) {
        return Reply.accepted(OrderReply.whole(order)).at("/orders/" + order.id());
    }
}
