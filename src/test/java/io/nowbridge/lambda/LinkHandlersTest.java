package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.ticket.InMemoryLinking.TICKET;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.connection.Connection.State;
import io.nowbridge.ticket.InMemoryLinking;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.TicketRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** linkTicket, unlinkTicket and listTickets as API Gateway calls them. */
class LinkHandlersTest {

    private final InMemoryLinking linking = new InMemoryLinking();
    private final HttpEdge http = new HttpEdge(RunningHandler.JSON);
    private final LinkTicketHandler link =
            new LinkTicketHandler(linking.linkTicket(), http, new JsonBody(RunningHandler.JSON));
    private final UnlinkTicketHandler unlink = new UnlinkTicketHandler(linking.unlinkTicket(), http);
    private final ListTicketsHandler list = new ListTicketsHandler(linking.listTickets(), http);

    @Test
    void aNewLinkIsAnswered201AndTheSameAgain200() {
        var first = linked("{\"ticket\": \" INC0000042 \", \"anomaly\": {\"status\": \"Active\"}}");
        var second = linked("{\"ticket\": \"https://desk.example/INC0000042\"}");

        assertThat(first.getStatusCode()).isEqualTo(201);
        assertThat(json(first).at("/link/linkId").asText()).isEqualTo(linkId(1).toString());
        assertThat(json(first).at("/ticket/number").asText()).isEqualTo("INC0000042");
        assertThat(second.getStatusCode()).isEqualTo(200);
        assertThat(json(second)).isEqualTo(json(first));
    }

    @Test
    void leaveUntouchedIsTakenFromTheBody() {
        var response = linked("{\"ticket\": \"INC0000042\", \"leaveUntouched\": true}");

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(linking.desk.writing().attempts()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                      | 400 | ticket
            {"ticket": "INC0000042", "table": "incident"}           | 400 | table
            {"ticket": "INC0000042", "leaveUntouched": "perhaps"}   | 400 | leaveUntouched
            {"ticket": "INC0000042", "connectionId": "a b"}         | 400 | connectionId
            {"ticket": "INC0000042", "anomaly": {"id": "457"}}      | 400 | anomaly.id
            {"ticket": "INC0000043"}                                | 422 | ticket
            """)
    void whatIsWrongIsAnsweredNamingTheField(String body, int status, String field) {
        var response = linked(body);

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(linking.links.all()).isEmpty();
    }

    @Test
    void aMemberWithoutTheRightIsAnswered403NamingIt() {
        var request = Request.on("POST /anomalies/{anomalyId}/links")
                .path(Map.of("anomalyId", "456"))
                .body("{\"ticket\": \"INC0000042\"}")
                .by("[member]");

        var response = link.handleRequest(request.event(), new FakeContext(29_000));

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(json(response).path("detail").asText())
                .endsWith("takes the right Author on the anomaly's datastore");
    }

    @Test
    void aClosedConnectionIsAnswered422() {
        linking.desks.close(CONNECTION, State.DISABLED);

        var response = linked("{\"ticket\": \"INC0000042\"}");

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:connection-closed");
    }

    @Test
    void aRemovedLinkIsAnswered204WithoutABodyAndThen404() {
        linking.links.link(link(1), TICKET).await().indefinitely();

        var first = unlink(linkId(1).toString());
        var second = unlink(linkId(1).toString());

        assertThat(first.getStatusCode()).isEqualTo(204);
        assertThat(first.getBody()).isEmpty();
        assertThat(second.getStatusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoLinkIdIsAnswered400() {
        assertThat(unlink("mine").getStatusCode()).isEqualTo(400);
    }

    @Test
    void aListedTicketIsAsItIsNowWithWhatPeopleWrote() {
        linking.links.link(link(1), TICKET).await().indefinitely();
        seenWith(
                new TicketNote("j1", "beth", false, "On it.", true, NOW),
                new TicketNote("j2", "svc", true, "Ours.", false, NOW));

        assertThat(ofAnomaly().at("/items/0")).isEqualTo(json("""
                {"link": {"linkId": "00000000-0000-0000-0000-000000000001", "anomalyId": "456", "connectionId": "demo",
                          "createdBy": "maria", "createdAt": "2026-01-05T09:00:00Z"},
                 "ticket": {"id": "id-of-INC0000042", "table": "incident", "number": "INC0000042",
                            "url": "https://desk.example/INC0000042", "shortDescription": "Totals are off",
                            "state": "New", "stateCode": "1", "priority": "3 - Moderate", "assignedTo": "Beth Anglin",
                            "changedAt": "2026-01-05T08:59:00Z", "lastSync": "2026-01-05T09:00:00Z"},
                 "current": true,
                 "notes": [{"author": "beth", "text": "On it.", "forCustomer": true, "at": "2026-01-05T09:00:00Z"}]}"""));
    }

    @Test
    void aTicketThatCannotBeSeenIsUnknownBesideItsLastState() {
        linking.links.link(link(1), TICKET).await().indefinitely();
        linking.desk.search().lose(TICKET);

        var item = ofAnomaly().at("/items/0");

        assertThat(item.path("current").asBoolean()).isFalse();
        assertThat(item.at("/ticket/state").asText()).isEqualTo("Unknown");
        assertThat(item.at("/ticket/stateCode").isMissingNode()).isTrue();
        assertThat(item.at("/ticket/lastState").asText()).isEqualTo("New");
        assertThat(item.at("/unknown/reason").asText()).isEqualTo("deleted");
        assertThat(item.at("/unknown/whoCanFix").asText()).isEqualTo("caller");
    }

    @Test
    void theLinksOfAConnectionAndOfATicketAreListedAPageAtATime() {
        linking.links.link(link(1), TICKET).await().indefinitely();
        linking.links
                .link(link(2), InMemoryLinking.ticket("INC0000043"))
                .await()
                .indefinitely();

        var all = list(Request.on("GET /links").query("connectionId", "demo").query("limit", "1"));
        var ofTicket = list(
                Request.on("GET /links").query("connectionId", "demo").query("ticket", "incident/id-of-INC0000043"));

        assertThat(json(all).path("items")).hasSize(1);
        assertThat(json(all).path("next").asText()).isNotEmpty();
        assertThat(json(ofTicket).path("items")).hasSize(1);
        assertThat(json(ofTicket).at("/items/0/ticket/number").asText()).isEqualTo("INC0000043");
    }

    @ParameterizedTest
    @CsvSource({"other,x,connectionId", "connectionId,a b,connectionId", "ticket,INC0000042,connectionId"})
    void aListNeedsAConnection(String parameter, String value, String field) {
        var response = list(Request.on("GET /links").query(parameter, value));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("field")).contains(field);
    }

    @Test
    void aTicketOfAListIsNamedByItsTableAndItsId() {
        var response =
                list(Request.on("GET /links").query("connectionId", "demo").query("ticket", "INC0000042"));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("ticket");
    }

    private void seenWith(TicketNote... notes) {
        linking.seen
                .keep(new SeenTicket(
                        new TicketRef(CONNECTION, TICKET.table(), TICKET.id()),
                        TICKET,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(notes),
                        false,
                        NOW.minusSeconds(60)))
                .await()
                .indefinitely();
    }

    private APIGatewayV2HTTPResponse linked(String body) {
        var request = Request.on("POST /anomalies/{anomalyId}/links")
                .path(Map.of("anomalyId", ANOMALY.id().id()))
                .body(body);
        return link.handleRequest(request.event(), new FakeContext(29_000));
    }

    private APIGatewayV2HTTPResponse unlink(String linkId) {
        var request = Request.on("DELETE /anomalies/{anomalyId}/links/{linkId}")
                .path(Map.of("anomalyId", ANOMALY.id().id(), "linkId", linkId));
        return unlink.handleRequest(request.event(), new FakeContext(29_000));
    }

    private APIGatewayV2HTTPResponse list(Request request) {
        return list.handleRequest(request.event(), new FakeContext(29_000));
    }

    private JsonNode ofAnomaly() {
        return json(list(Request.on("GET /anomalies/{anomalyId}/links")
                .path(Map.of("anomalyId", ANOMALY.id().id()))));
    }
}
