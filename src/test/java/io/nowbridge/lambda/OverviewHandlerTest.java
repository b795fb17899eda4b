package io.nowbridge.lambda;

import static io.nowbridge.activity.EntryFixtures.entry;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.delivery.DeliveryFixtures.OTHER_TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.lambda.RunningHandler.JSON;
import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.Health;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.delivery.Backlog;
import io.nowbridge.delivery.InMemoryTicketUpdates;
import io.nowbridge.overview.ShowOverview;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewHandlerTest {

    private static final String SHOW = "GET /overview";

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    private final InMemoryActivity history = new InMemoryActivity();
    private final List<Count> counts = new ArrayList<>();
    private final OverviewHandler handler = new OverviewHandler(
            new ShowOverview(
                    connections,
                    (from, to) -> Uni.createFrom().item(() -> List.copyOf(counts)),
                    history,
                    new Backlog(updates),
                    InstantSource.fixed(NOW)),
            new HttpEdge(JSON));

    @Test
    void aConnectionThatFailsSaysWhatItsLastTestFound() {
        connections.given(connection("demo").found(new Health.Failing(NOW, "401 from the instance")));

        assertThat(shown().at("/connections")).isEqualTo(json("""
                [{"id": "demo", "name": "The demo", "type": "servicenow", "kind": "desk", "state": "Error",
                  "problem": "401 from the instance", "testedAt": "2026-01-05T09:00:00Z"}]"""));
    }

    @Test
    void whatBeganTodayIsCountedByItsResult() {
        var before = NOW.minusSeconds(86_400);
        var today = NOW.minusSeconds(3_600);
        counts.add(new Count(before, Operation.NOTE, Result.FAILED, 9));
        counts.add(new Count(today, Operation.NOTE, Result.SUCCESS, 3));
        counts.add(new Count(today, Operation.NOTE, Result.PARTIAL_SUCCESS, 1));
        counts.add(new Count(today, Operation.STATUS_UPDATE, Result.SUCCESS, 2));
        counts.add(new Count(today, Operation.STATUS_UPDATE, Result.UNDER_WAY, 1));

        var shown = shown(Request.on(SHOW).query("days", "2"));

        assertThat(shown.at("/today"))
                .isEqualTo(json("{\"success\": 5, \"partialSuccess\": 1, \"failed\": 0, \"underWay\": 1}"));
        assertThat(shown.at("/days")).isEqualTo(json("""
                [{"day": "2026-01-04", "success": 0, "partialSuccess": 0, "failed": 9},
                 {"day": "2026-01-05", "success": 5, "partialSuccess": 1, "failed": 0}]"""));
        assertThat(shown.at("/operations")).isEqualTo(json("""
                [{"operation": "note", "success": 3, "partialSuccess": 1, "failed": 9},
                 {"operation": "status-update", "success": 2, "partialSuccess": 0, "failed": 0}]"""));
    }

    @Test
    void theOldestUpdateThatWaitsIsShownWithHowManyTicketsWait() {
        connections.given(connection("demo"));
        updates.add(update("one")).await().indefinitely();
        updates.add(update("two", OTHER_TICKET)).await().indefinitely();

        assertThat(shown().at("/undelivered"))
                .isEqualTo(json("{\"oldest\": \"2026-01-05T09:00:00Z\", \"waiting\": 2}"));
    }

    @Test
    void whereNothingWaitsAndNothingWasGivenUpItSaysSo() {
        var shown = shown();

        assertThat(shown.at("/undelivered")).isEqualTo(json("{\"waiting\": 0}"));
        assertThat(shown.at("/dead")).isEqualTo(json("{\"count\": 0}"));
    }

    @Test
    void whatHasNotEndedIsShownWithItsProgress() {
        history.record(entry("done", "deliverTicketUpdate", Result.SUCCESS, Map.of()))
                .await()
                .indefinitely();
        history.record(entry("running", "replayWindows", "maria", Result.UNDER_WAY, Map.of()))
                .await()
                .indefinitely();

        assertThat(shown().at("/underWay")).hasSize(1);
        assertThat(shown().at("/underWay/0/startedBy").asText()).isEqualTo("maria");
        assertThat(shown().at("/underWay/0/counts")).isEqualTo(json("{\"done\": 0, \"failed\": 0, \"left\": 1}"));
    }

    @Test
    void sevenDaysAreShownUnlessTheRequestSaysOtherwise() {
        assertThat(shown().at("/days")).hasSize(7);
        assertThat(shown(Request.on(SHOW).query("days", "31")).at("/days")).hasSize(31);
    }

    @Test
    void daysAreThoseOfTheZoneThatIsAskedFor() {
        assertThat(today("Pacific/Auckland")).isEqualTo("2026-01-05");
        assertThat(today("Pacific/Pago_Pago")).isEqualTo("2026-01-04");
    }

    private String today(String zone) {
        return shown(Request.on(SHOW).query("timeZone", zone)).at("/days/6/day").asText();
    }

    @ParameterizedTest
    @CsvSource({"timeZone, Europe/Atlantis", "timeZone, +25:00", "days, 0", "days, 32", "days, many"})
    void aParameterThatMakesNoSenseIsNamed(String name, String value) {
        var answer = handle(Request.on(SHOW).query(name, value));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(name);
    }

    @Test
    void membersMayNotSeeIt() {
        assertThat(handle(Request.on(SHOW).by("[member]")).getStatusCode()).isEqualTo(403);
    }

    private JsonNode shown() {
        return shown(Request.on(SHOW));
    }

    private JsonNode shown(Request request) {
        return json(handle(request));
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
