package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.ticket.SearchTickets;
import io.nowbridge.ticket.SearchTickets.Outcome;
import io.nowbridge.ticket.Ticket;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** The tickets of a desk that fit a search, for everybody who has a role. */
@Named("searchTickets")
@Singleton
public final class SearchTicketsHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final SearchTickets searchTickets;
    private final HttpEdge http;

    SearchTicketsHandler(SearchTickets searchTickets, HttpEdge http) {
        this.searchTickets = searchTickets;
        this.http = http;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event, context, SearchParser::parse, searchTickets::run, SearchTicketsHandler::word);
    }

    @RegisterForReflection
    record FoundReply(List<TicketReply.Ticket> items) {

        static FoundReply of(List<Ticket> tickets) {
            return new FoundReply(tickets.stream().map(TicketReply.Ticket::of).toList());
        }
    }

    private static Reply word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found(var tickets) -> Reply.ok(FoundReply.of(tickets));
            case Outcome.NoSuchTable(var tables) -> DeskWords.noSuchTable(tables);
            case Outcome.NoSuchConnection(var known) -> DeskWords.noSuchConnection(known);
            case Outcome.ConnectionClosed(var connection, var state) -> DeskWords.connectionClosed(connection, state);
        };
    }
}
