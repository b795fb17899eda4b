package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.InMemoryTickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The handler of createTicket with everything behind it in memory. */
final class RunningHandler {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final InMemoryTickets tickets = new InMemoryTickets();
    private final CreateTicketHandler handler =
            new CreateTicketHandler(tickets.createTicket(), new HttpEdge(JSON), new JsonBody(JSON));

    FakeTicketDesk desk() {
        return tickets.desk();
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return handle(event, 29_000);
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, int remainingMillis) {
        return handler.handleRequest(event, new FakeContext(remainingMillis));
    }

    /** A request of a Manager that fills in everything. */
    static APIGatewayV2HTTPEvent event() {
        return recorded("createTicket-full");
    }

    /** An event as API Gateway sends it. */
    static APIGatewayV2HTTPEvent recorded(String name) {
        try (var fixture = RunningHandler.class.getResourceAsStream("events/" + name + ".json")) {
            return JSON.readValue(fixture, APIGatewayV2HTTPEvent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static APIGatewayV2HTTPEvent event(String body) {
        var event = event();
        event.setBody(body);
        event.setHeaders(Map.of());
        return event;
    }

    static JsonNode json(APIGatewayV2HTTPResponse response) {
        return json(response.getBody());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
