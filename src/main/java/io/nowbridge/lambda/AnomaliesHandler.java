package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.lambda.AnomalyRequests.OneWish;
import io.nowbridge.lambda.Problem.Kind;
import io.nowbridge.ticket.ListAnomalies;
import io.nowbridge.ticket.ShowAnomaly;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Shows whoever asks the anomalies that they may work on, and what they may do. */
@Named("anomalies")
@Singleton
public final class AnomaliesHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final ShowAnomaly showAnomaly;
    private final HttpEdge http;
    private final Routes routes;

    AnomaliesHandler(ListAnomalies listAnomalies, ShowAnomaly showAnomaly, HttpEdge http) {
        this.showAnomaly = showAnomaly;
        this.http = http;
        this.routes = new Routes()
                .on("GET /anomalies", AnomalyRequests::list, listAnomalies::run, AnomaliesHandler::word)
                .on("GET /anomalies/{anomalyId}", AnomalyRequests::one, this::show, AnomaliesHandler::word)
                .on("GET /me", Requesters::of, Uni.createFrom()::item, requester -> Reply.ok(MeReply.of(requester)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private Uni<ShowAnomaly.Outcome> show(OneWish wish) {
        return showAnomaly.run(wish.requester(), wish.anomaly());
    }

    private static Reply word(ListAnomalies.Outcome outcome) {
        return switch (outcome) {
            case ListAnomalies.Outcome.Listed(var page) -> Pages.reply(page, AnomalyReply::of);
            case ListAnomalies.Outcome.NoPlatform(var source) ->
                Reply.problem(Kind.UNKNOWN_CONNECTION.saying(
                        "No open connection leads to the anomaly platform " + source,
                        "Connect the platform, or reconnect it.",
                        WhoCanFix.ADMINISTRATOR));
        };
    }

    private static Reply word(ShowAnomaly.Outcome outcome) {
        return switch (outcome) {
            case ShowAnomaly.Outcome.Shown shown -> Reply.ok(AnomalyReply.of(shown));
            case ShowAnomaly.Outcome.NotAllowed(var missing) -> LinkWording.notAllowed("Seeing this anomaly", missing);
            case ShowAnomaly.Outcome.NoSuchAnomaly() -> Problems.notFound("such anomaly");
        };
    }
}
