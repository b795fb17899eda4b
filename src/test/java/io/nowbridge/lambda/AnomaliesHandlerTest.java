package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.access.DatastoreRights;
import io.nowbridge.access.InMemoryDatastoreAccess;
import io.nowbridge.access.Sights;
import io.nowbridge.anomaly.AnomalyFixtures;
import io.nowbridge.anomaly.FakeAnomalyPlatform;
import io.nowbridge.anomaly.InMemoryAnomalies;
import io.nowbridge.anomaly.KnownDatastores;
import io.nowbridge.anomaly.Status;
import io.nowbridge.ticket.InMemoryTicketLinks;
import io.nowbridge.ticket.ListAnomalies;
import io.nowbridge.ticket.ShowAnomaly;
import io.nowbridge.ticket.TicketCounts;
import io.nowbridge.ticket.TicketFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnomaliesHandlerTest {

    private static final String LIST = "GET /anomalies";

    private static final String FACTS = """
            "source": "default", "id": "456", "type": "record", "status": "Active", "weight": 12,
            "description": "Value out of expected range", "datastore": {"id": "1", "name": "Production DB"},
            "container": "orders", "fields": ["total_amount"], "tags": [],
            "failedChecks": [{"id": "99", "name": "Total Amount Check"}],
            "detectedAt": "2026-01-05T08:59:00Z", "link": "https://anomalies.example/456", "tickets": 1""";

    private final FakeAnomalyPlatform platform = new FakeAnomalyPlatform();
    private final InMemoryTicketLinks links = new InMemoryTicketLinks();
    private final InMemoryDatastoreAccess access = new InMemoryDatastoreAccess();
    private final InMemoryAnomalies anomalies = new InMemoryAnomalies();
    private final TicketCounts counts = new TicketCounts(links);
    private final AnomaliesHandler handler = new AnomaliesHandler(
            new ListAnomalies(platform, new Sights(access), counts),
            new ShowAnomaly(
                    new DatastoreRights(new KnownDatastores(anomalies, platform), access), anomalies, platform, counts),
            new HttpEdge(RunningHandler.JSON));

    @Test
    void aListedAnomalyIsToldWithTheNumberOfItsTickets() {
        given();

        var response = handle(Request.on(LIST));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(json(response)).isEqualTo(json("{\"items\": [{" + FACTS + "}]}"));
    }

    @Test
    void oneAnomalyIsToldWithWhatMayBeDone() {
        given();

        var response = show(Request.on("GET /anomalies/{anomalyId}"));

        assertThat(json(response))
                .isEqualTo(json("{" + FACTS + ", \"may\": {\"createTicket\": true, \"link\": true}}"));
    }

    @Test
    void aPageNamesWhereTheNextBegins() {
        platform.has(AnomalyFixtures.full("1"));
        platform.has(AnomalyFixtures.full("2"));

        var first = json(handle(Request.on(LIST).query("limit", "1")));
        var second = json(handle(Request.on(LIST)
                .query("limit", "1")
                .query("cursor", first.path("next").asText())));

        assertThat(first.at("/items/0/id").asText()).isEqualTo("1");
        assertThat(second.at("/items/0/id").asText()).isEqualTo("2");
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"archived, 2", "resolved, 2", "Resolved, 2", "open, 1", "active, 1"})
    void theStatusChooses(String status, String id) {
        platform.has(AnomalyFixtures.full("1"));
        platform.has(AnomalyFixtures.full("2").in(Status.RESOLVED));

        var items = json(handle(Request.on(LIST).query("status", status))).path("items");

        assertThat(items).hasSize(1);
        assertThat(items.at("/0/id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"status, lost", "cursor, MHg", "cursor, MC4x", "source, a b", "limit, 0"})
    void whatIsWrongIsAnswered400NamingIt(String parameter, String value) {
        var response = handle(Request.on(LIST).query(parameter, value));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(parameter);
    }

    @Test
    void withoutAPlatformWhoeverCanConnectOneIsNamed() {
        platform.disconnect();

        var response = handle(Request.on(LIST));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:unknown-connection");
        assertThat(json(response).path("whoCanFix").asText()).isEqualTo("administrator");
    }

    @Test
    void whoHasNoRoleIsAnswered403() {
        assertThat(handle(Request.on(LIST).by("[]")).getStatusCode()).isEqualTo(403);
        assertThat(show(Request.on("GET /anomalies/{anomalyId}").by("[]")).getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void anAnomalyThatIsNotThereIsAnswered404() {
        assertThat(show(Request.on("GET /anomalies/{anomalyId}")).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void whoAsksIsToldWhatTheTokenSays() {
        var manager = handle(Request.on("GET /me").by("[manager member]"));
        var member = handle(Request.on("GET /me").by("[member]"));

        assertThat(json(manager)).isEqualTo(json("""
                {"subject": "mo", "roles": ["manager", "member"], "teams": [], "manages": true}"""));
        assertThat(json(member).path("manages").asBoolean()).isFalse();
    }

    private void given() {
        platform.has(ANOMALY);
        links.link(TicketFixtures.link(1), TicketFixtures.ticket("INC0000042"))
                .await()
                .indefinitely();
    }

    private APIGatewayV2HTTPResponse show(Request request) {
        return handle(request.path(Map.of("anomalyId", "456")));
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
