package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.webhook.Incoming;
import io.nowbridge.webhook.OrderIntake;
import io.nowbridge.webhook.OrderIntake.Outcome;
import io.nowbridge.webhook.Refusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Takes a desk's message that a purchase order is ready: 202 once it is sure to be looked at. What is refused is logged, once. */
@Named("receiveOrderChange")
@Singleton
public final class ReceiveOrderChangeHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Logger LOG = Logger.getLogger(ReceiveOrderChangeHandler.class);

    /** How many messages were taken. */
    @RegisterForReflection
    record Receipt(int accepted) {}

    private record Delivery(String connection, Incoming message) {}

    private final OrderIntake intake;
    private final HttpEdge http;

    ReceiveOrderChangeHandler(OrderIntake intake, HttpEdge http) {
        this.intake = intake;
        this.http = http;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(
                event,
                context,
                request -> new Delivery(Webhooks.sender(request, "connectionId"), Webhooks.incoming(request)),
                delivery -> intake.receive(delivery.connection(), delivery.message()),
                outcome -> word(outcome, context));
    }

    private static Reply word(Outcome outcome, Context context) {
        return switch (outcome) {
            case OrderIntake.Accepted accepted -> Reply.accepted(new Receipt(1));
            case Refusal refusal -> {
                LOG.warnf("Request %s was refused: %s", context.getAwsRequestId(), refusal);
                yield Webhooks.refused(refusal);
            }
        };
    }
}
