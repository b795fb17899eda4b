package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.SearchTickets.Search;
import io.nowbridge.ticket.TicketSearch.Wanted;
import java.util.Map;
import java.util.Objects;

/** Reads a search for tickets, which everybody who has a role may make. */
final class SearchParser {

    private static final int SHORTEST_TEXT = 3;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_NAME = 80;
    private static final int USUAL = 20;
    private static final int MOST = 50;

    private SearchParser() {}

    static Search parse(APIGatewayV2HTTPEvent event) {
        Requesters.member(event);
        var parameters = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        var fields = new Fields();
        var id = event.getPathParameters().getOrDefault("connectionId", "");
        var connection = fields.optional("connectionId", id, ConnectionId::new)
                .orElseThrow(() -> fields.refusing("connectionId", "is required"));
        var text = fields.optional("query", parameters.get("query"), SearchParser::text);
        var state = fields.optional("state", parameters.get("state"), LONGEST_NAME);
        var table = fields.optional("table", parameters.get("table"), LONGEST_NAME);
        var limit = fields.optional("limit", parameters.get("limit"), SearchParser::limit);
        fields.check();
        // Without either, it would be the latest of all tickets.
        if (text.isEmpty() && state.isEmpty()) {
            throw fields.refusing("query", "is required, unless a state is given");
        }
        return new Search(connection, new Wanted(text, state, table), limit.orElse(USUAL));
    }

    private static String text(String text) {
        var words = text.strip();
        if (words.length() < SHORTEST_TEXT || words.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("has " + SHORTEST_TEXT + " to " + LONGEST_TEXT + " characters");
        }
        return words;
    }

    private static int limit(String text) {
        // No more digits than the limit can have.
        var limit = text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("is a number from 1 to " + MOST);
        }
        return limit;
    }
}
