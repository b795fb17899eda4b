package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.lambda.LinkParser.OfAnomaly;
import io.nowbridge.lambda.LinkParser.OfConnection;
import io.nowbridge.ticket.ListTickets;
import io.nowbridge.ticket.ListTickets.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Lists links, of an anomaly or of a connection and its tickets, with the state that each ticket has now. */
@Named("listTickets")
@Singleton
public final class ListTicketsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final ListTickets listTickets;
    private final HttpEdge http;
    private final Routes routes;

    ListTicketsHandler(ListTickets listTickets, HttpEdge http) {
        this.listTickets = listTickets;
        this.http = http;
        this.routes = new Routes()
                .on("GET /anomalies/{anomalyId}/links", LinkParser::ofAnomaly, this::list, ListTicketsHandler::word)
                .on("GET /links", LinkParser::ofConnection, this::list, ListTicketsHandler::word);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, routes);
    }

    private Uni<Outcome> list(OfAnomaly wish) {
        return listTickets.ofAnomaly(wish.requester(), wish.anomaly(), wish.page());
    }

    private Uni<Outcome> list(OfConnection wish) {
        return wish.ticket()
                .map(ticket -> listTickets.ofTicket(wish.requester(), ticket, wish.page()))
                .orElseGet(() -> listTickets.ofConnection(wish.requester(), wish.connection(), wish.page()));
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Listed(var page) -> Pages.reply(page, ListedReply::of);
            case Outcome.NotAllowed(var missing) -> LinkWording.notAllowed("Seeing these tickets", missing);
        };
    }
}
