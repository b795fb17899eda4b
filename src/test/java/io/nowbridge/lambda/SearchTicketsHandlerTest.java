package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.connection.Connection.State;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.SearchTickets;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketDesks.Choice;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTicketsHandlerTest {

    private static final ConnectionId PROD = new ConnectionId("prod");

    private final FakeTicketDesk desk = new FakeTicketDesk(PROD);

    @Test
    void aFoundTicketIsShownWithAllThatALinkNeeds() {
        desk.search().has(ticket("INC0000001", "Totals are off"), "");
        desk.search().has(ticket("INC0000002", "Printer on fire"), "");

        var response = handle(search().query("query", " Totals "));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(json(response)).isEqualTo(json("""
                {"items": [{"id": "id-INC0000001", "table": "incident", "number": "INC0000001",
                  "shortDescription": "Totals are off", "state": "New", "stateCode": "1", "priority": "3 - Moderate",
                  "url": "https://acme.service-now.com/INC0000001"}]}"""));
    }

    @Test
    void nothingFoundIsAnEmptyList() {
        assertThat(json(handle(search().query("query", "nothing")))).isEqualTo(json("{\"items\": []}"));
    }

    @Test
    void aStateIsEnoughToSearchBy() {
        desk.search().has(ticket("INC0000001", "Totals are off"), "");

        assertThat(json(handle(search().query("state", "new"))).path("items")).hasSize(1);
        assertThat(json(handle(search().query("state", "7"))).path("items")).isEmpty();
    }

    @Test
    void noMoreAreShownThanWereAskedFor() {
        desk.search().has(ticket("INC0000001", "Totals are off"), "");
        desk.search().has(ticket("INC0000002", "Totals are off"), "");

        assertThat(json(handle(search().query("query", "Totals").query("limit", "1")))
                        .path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[admin]", "[manager]", "[member]"})
    void whoeverHasARoleMaySearch(String roles) {
        assertThat(handle(search().query("query", "Totals").by(roles)).getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[guest]"})
    void whoeverHasNoneMayNot(String roles) {
        assertThat(handle(search().query("query", "Totals").by(roles)).getStatusCode())
                .isEqualTo(403);
        assertThat(desk.search().calls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "query, to",
        "query, '  to  '",
        "limit, 0",
        "limit, 51",
        "limit, -1",
        "limit, 99999999999999999999",
        "limit, two"
    })
    void aFaultySearchIsAnswered400NamingTheField(String field, String value) {
        var response = handle(search().query("query", "Totals").query(field, value));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(desk.search().calls()).isZero();
    }

    @Test
    void aSearchForNothingIsAnswered400() {
        var response = handle(search());

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("query");
    }

    @Test
    void aTableThatHoldsNoTicketsIsAnswered400NamingThoseThatDo() {
        var response = handle(search().query("query", "Totals").query("table", "sys_user"));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("table");
        assertThat(json(response).at("/errors/0/message").asText()).contains("incident");
        assertThat(desk.search().calls()).isZero();
    }

    @Test
    void aTableThatDoesIsSearchedAlone() {
        desk.search().has(ticket("INC0000001", "Totals are off"), "");

        assertThat(json(handle(search().query("query", "Totals").query("table", "incident")))
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void anUnknownConnectionIsAnswered422() {
        var response = handle(Request.on("GET /ticket-targets/{connectionId}/tickets")
                .to("nowhere")
                .query("query", "Totals"));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).endsWith("unknown-connection");
    }

    @Test
    void aClosedConnectionIsAnswered422() {
        TicketDesks closed = (connection, datastore) -> Uni.createFrom().item(new Choice.Closed(PROD, State.DISABLED));

        var response = handle(closed, search().query("query", "Totals"));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).endsWith("connection-closed");
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handle(desk, request);
    }

    private static APIGatewayV2HTTPResponse handle(TicketDesks desks, Request request) {
        return new SearchTicketsHandler(new SearchTickets(desks), new HttpEdge(RunningHandler.JSON))
                .handleRequest(request.event(), new FakeContext(29_000));
    }

    private static Request search() {
        return Request.on("GET /ticket-targets/{connectionId}/tickets").to("prod");
    }

    private static Ticket ticket(String number, String shortDescription) {
        return new Ticket(
                "id-" + number,
                "incident",
                number,
                shortDescription,
                "New",
                "1",
                "3 - Moderate",
                URI.create("https://acme.service-now.com/" + number));
    }
}
