package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.delivery.ReplayTicketUpdates;
import io.nowbridge.delivery.TicketUpdates;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Updates that could not be delivered, for those who see to them: Managers and Admins. */
@Named("ticketUpdates")
@Singleton
public final class TicketUpdatesHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpEdge http;
    private final Routes routes;

    TicketUpdatesHandler(HttpEdge http, TicketUpdates updates, ReplayTicketUpdates replay, ReplayParser parser) {
        this.http = http;
        this.routes = new Routes()
                .on(
                        "GET /ticket-updates/dead",
                        Pages::managers,
                        updates::buried,
                        page -> Pages.reply(page, DeadUpdateReply::of))
                .on(
                        "POST /ticket-updates/dead/replay",
                        parser::order,
                        replay::run,
                        count -> Reply.ok(new DeadUpdateReply.Replayed(count)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }
}
