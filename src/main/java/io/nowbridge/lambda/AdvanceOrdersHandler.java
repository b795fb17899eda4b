package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.order.AdvanceOrder;
import io.nowbridge.order.LookForOrders;
import io.nowbridge.order.OrderId;
import io.nowbridge.order.OrderWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks at a desk for purchase orders that are ready, or takes one order further, as each message says. */
@Named("advanceOrders")
@Singleton
public final class AdvanceOrdersHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Logger LOG = Logger.getLogger(AdvanceOrdersHandler.class);

    // Enough to note what became of it.
    private static final Duration TO_NOTE = Duration.ofSeconds(10);

    private final OrderWork work;
    private final QueueEdge queue;
    private final ObjectMapper json;

    AdvanceOrdersHandler(OrderWork work, QueueEdge queue, ObjectMapper json) {
        this.work = work;
        this.queue = queue;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return queue.answer(event, context, received -> handle(received, context));
    }

    private Uni<?> handle(SQSMessage received, Context context) {
        return switch (OrderMessage.of(received, json)) {
            case OrderMessage.Advance(var order) -> advance(order, context);
            case OrderMessage.Look look -> look(look);
        };
    }

    // What has to wait, the next tick wakes.
    private Uni<?> advance(OrderId id, Context context) {
        var time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_NOTE);
        return work.advance().run(id, time).invoke(outcome -> {
            switch (outcome) {
                case AdvanceOrder.Outcome.Advanced(var order) ->
                    LOG.infof("The order %s of %s is %s", id, order.asked().number(), order.stage());
                case AdvanceOrder.Outcome.Later(var notBefore) ->
                    LOG.debugf("The order %s is worked on after %s", id, notBefore);
                case AdvanceOrder.Outcome.Elsewhere elsewhere ->
                    LOG.infof("The order %s is not to be worked on here", id);
            }
        });
    }

    private Uni<?> look(OrderMessage.Look look) {
        return work.look().run(look.template(), look.number(), look.by()).invoke(outcome -> {
            switch (outcome) {
                case LookForOrders.Outcome.Looked(var seen) ->
                    LOG.infof(
                            "The template %s found %d purchase orders ready, and took %d",
                            look.template(), seen.found(), seen.taken());
                case LookForOrders.Outcome.NoSuchTemplate none ->
                    LOG.infof("The template %s was removed", look.template());
                case LookForOrders.Outcome.CreatesNoOrders other ->
                    LOG.warnf("The template %s creates no orders", look.template());
            }
        });
    }
}
