package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.webhook.AnomalyIntake;
import io.nowbridge.webhook.AnomalyIntake.Outcome;
import io.nowbridge.webhook.Incoming;
import io.nowbridge.webhook.Refusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Takes a message of an anomaly platform: 202 once its events are kept. What is refused is logged, once. */
@Named("syncStatus")
@Singleton
public final class SyncStatusHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Logger LOG = Logger.getLogger(SyncStatusHandler.class);

    /** How many events are new, and how many were known. */
    @RegisterForReflection
    record Receipt(int accepted, int repeated) {}

    private record Delivery(String source, Incoming message) {}

    private final AnomalyIntake intake;
    private final HttpEdge http;

    SyncStatusHandler(AnomalyIntake intake, HttpEdge http) {
        this.intake = intake;
        this.http = http;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(
                event,
                context,
                SyncStatusHandler::parse,
                delivery -> intake.receive(delivery.source(), delivery.message()),
                outcome -> word(outcome, context));
    }

    private static Delivery parse(APIGatewayV2HTTPEvent event) {
        return new Delivery(Webhooks.sender(event, "source"), Webhooks.incoming(event));
    }

    private static Reply word(Outcome outcome, Context context) {
        if (!(outcome instanceof AnomalyIntake.Accepted)) {
            LOG.warnf("Request %s was refused: %s", context.getAwsRequestId(), outcome);
        }
        return switch (outcome) {
            case AnomalyIntake.Accepted(var taken) -> {
                taken.notWoken()
                        .ifPresent(failure -> LOG.warnf(
                                failure, "Request %s kept events, but woke nobody", context.getAwsRequestId()));
                yield Reply.accepted(new Receipt(taken.fresh(), taken.repeated()));
            }
            case Refusal refusal -> Webhooks.refused(refusal);
            case AnomalyIntake.Unrecognised() ->
                Reply.problem(Kind.UNRECOGNISED_MESSAGE.saying(
                        "It is no event of a flow, no event of version 1, and links to no anomaly",
                        "Send the flow's n8n action; or put {{ target_link }} into the message, where it leads to "
                                + ".../anomalies?id=<id>; or send events as docs/events.md describes them.",
                        WhoCanFix.CALLER));
        };
    }
}
