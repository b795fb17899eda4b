package io.nowbridge.lambda;

import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.lambda.RunningHandler.JSON;
import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.delivery.InMemoryTicketUpdates;
import io.nowbridge.delivery.RecordingQueue;
import io.nowbridge.delivery.ReplayTicketUpdates;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketUpdatesHandlerTest {

    private static final String LIST = "GET /ticket-updates/dead";
    private static final String REPLAY = "POST /ticket-updates/dead/replay";

    private final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    private final TicketUpdatesHandler handler = new TicketUpdatesHandler(
            new HttpEdge(JSON),
            updates,
            new ReplayTicketUpdates(
                    updates, new RecordingQueue(), new InMemoryActivity(), InstantSource.fixed(NOW), () -> "replay-1"),
            new ReplayParser(new JsonBody(JSON)));

    @Test
    void whatWasGivenUpIsShownWithItsCause() {
        givenUp("0123456789abcdef0123456789abcdef");

        var answer = handle(Request.on(LIST));

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(json("""
                        {"items": [{
                          "id": "1767603600000-0123456789abcdef0123456789abcdef",
                          "ticket": {"connectionId": "demo", "table": "incident", "id": "id-of-INC0000001"},
                          "anomaly": {"source": "default", "id": "456"},
                          "note": "Note 0123456789abcdef0123456789abcdef",
                          "cause": "It is refused",
                          "madeAt": "2026-01-05T09:00:00Z",
                          "givenUpAt": "2026-01-05T09:00:00Z"}]}"""));
    }

    @Test
    void thoseThatAreNamedAreTriedAgain() {
        givenUp("0123456789abcdef0123456789abcdef");

        var answer = handle(Request.on(REPLAY)
                .body("{\"ids\": [\"1767603600000-0123456789abcdef0123456789abcdef\","
                        + " \"1767603600000-00000000000000000000000000000000\"]}"));

        assertThat(json(answer)).isEqualTo(json("{\"replayed\": 1}"));
        assertThat(updates.waiting(TICKET)).hasSize(1);
    }

    @Test
    void allAreTriedAgain() {
        givenUp("one");
        givenUp("two");

        var answer = handle(Request.on(REPLAY).body("{\"all\": true}"));

        assertThat(json(answer)).isEqualTo(json("{\"replayed\": 2}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"all\": false}",
                "{\"all\": true, \"ids\": [\"1767603600000-0123456789abcdef0123456789abcdef\"]}",
                "{\"ids\": []}",
                "{\"ids\": [\"one\"]}",
                "{\"ids\": [null]}"
            })
    void anOrderThatIsNotClearIsRefusedNamingTheField(String body) {
        givenUp("one");

        var answer = handle(Request.on(REPLAY).body(body));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("ids");
        assertThat(updates.waiting(TICKET)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, REPLAY})
    void membersMayNeitherSeeNorReplayThem(String route) {
        givenUp("one");

        var answer = handle(Request.on(route).by("[member]").body("{\"all\": true}"));

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(updates.waiting(TICKET)).isEmpty();
    }

    private void givenUp(String id) {
        updates.add(update(id)).await().indefinitely();
        var waiting = updates.first(TICKET).await().indefinitely().orElseThrow();
        updates.bury(waiting, "It is refused", NOW).await().indefinitely();
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
