package io.nowbridge.lambda;

import static io.nowbridge.activity.ActivityFixtures.NOW;
import static io.nowbridge.activity.EntryFixtures.entry;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.lambda.RunningHandler.JSON;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Ignored;
import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.IgnoreEntry;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.MakeSupportBundle;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.RetryEntry;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.delivery.InMemoryTicketUpdates;
import io.nowbridge.delivery.RecordingQueue;
import io.nowbridge.delivery.RetryTicketUpdate;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.sync.InStep;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActOnActivityHandlerTest {

    private static final String RETRY = "POST /activity/{entryId}/retry";
    private static final String IGNORE = "POST /activity/{entryId}/ignore";
    private static final String BUNDLE = "POST /activity/support-bundle";
    private static final String REPLAYS = "POST /replays";
    private static final Activity FAILED = entry("one", "deliverTicketUpdate", Result.FAILED, Map.of());

    private final InMemoryActivity history = new InMemoryActivity();
    private final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final InStep step = new InStep();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final ActOnActivityHandler handler = new ActOnActivityHandler(
            new RetryEntry(
                    history,
                    history,
                    List.of(new RetryTicketUpdate(
                            updates, new RecordingQueue(), clock, () -> "person", Duration.ofSeconds(40))),
                    clock,
                    () -> "retry-1"),
            new IgnoreEntry(history, history, clock, () -> "ignore-1"),
            new MakeSupportBundle(history, connections, history, clock, () -> "bundle-1", "1.2.3"),
            step.keeping.beginReplay(),
            new ActivityOrders(new JsonBody(JSON), clock),
            new HttpEdge(JSON));

    @Test
    void aNoteThatWasGivenUpIsOnItsWayAgain() {
        givenUp();

        var answer = handle(on(RETRY, FAILED));

        assertThat(json(answer)).isEqualTo(json("{\"retried\": 1}"));
        assertThat(updates.waiting(TICKET)).containsExactly(update("one"));
    }

    @Test
    void itIsOnItsWayAsItWasReworded() {
        givenUp();

        handle(on(RETRY, FAILED).body("{\"note\": \"Said better\"}"));

        assertThat(updates.waiting(TICKET)).singleElement().returns("Said better", TicketUpdate::note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"note\": \" \"}", "{\"note\": [7]}", "{\"text\": \"Said better\"}"})
    void aTextThatMakesNoSenseIsRefused(String body) {
        givenUp();

        assertThat(handle(on(RETRY, FAILED).body(body)).getStatusCode()).isEqualTo(400);
        assertThat(updates.waiting(TICKET)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefusedNotCut() {
        givenUp();
        var body = "{\"note\": \"%s\"}".formatted("x".repeat(TicketUpdate.LONGEST_NOTE + 1));

        var answer = handle(on(RETRY, FAILED).body(body));

        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("note");
        assertThat(updates.waiting(TICKET)).isEmpty();
    }

    @Test
    void whoPressesWhileSomebodyIsAtItIsToldToWait() {
        history.record(FAILED).await().indefinitely();
        updates.add(update("one")).await().indefinitely();
        updates.take(TICKET, "worker", NOW, Duration.ofSeconds(40)).await().indefinitely();

        var answer = handle(on(RETRY, FAILED).body("{\"note\": \"Said better\"}"));

        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(json(answer).at("/type").asText()).isEqualTo("urn:nowbridge:problem:in-progress");
        assertThat(answer.getHeaders()).containsEntry("retry-after", "5");
    }

    @Test
    void whatCannotBeRepeatedSaysWhatToDoInstead() {
        var entry = entry("one", "connections", Result.FAILED, Map.of());
        history.record(entry).await().indefinitely();

        var answer = handle(on(RETRY, entry));

        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(json(answer).at("/resolution").asText()).startsWith("Do it again where it was done");
    }

    @ParameterizedTest
    @ValueSource(strings = {RETRY, IGNORE})
    void whatSucceededTakesNoDecision(String route) {
        var entry = entry("one", "deliverTicketUpdate", Result.SUCCESS, Map.of());
        history.record(entry).await().indefinitely();

        var answer = handle(on(route, entry).body(route.equals(IGNORE) ? "{\"reason\": \"It was a test\"}" : "{}"));

        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(json(answer).at("/detail").asText()).contains("Success");
    }

    @Test
    void aFailureIsLeftAsItIs() {
        history.record(FAILED).await().indefinitely();

        var answer = handle(on(IGNORE, FAILED).body("{\"reason\": \"It was a test\"}"));

        assertThat(answer.getStatusCode()).isEqualTo(204);
        assertThat(ignored(FAILED))
                .hasValueSatisfying(ignored -> assertThat(ignored.reason()).isEqualTo("It was a test"));
    }

    @Test
    void leavingAFailureTakesAReasonThatIsNotTooLong() {
        history.record(FAILED).await().indefinitely();

        var none = handle(on(IGNORE, FAILED).body("{\"reason\": \"\"}"));
        var long501 = handle(on(IGNORE, FAILED).body("{\"reason\": \"%s\"}".formatted("x".repeat(501))));

        assertThat(none.getStatusCode()).isEqualTo(400);
        assertThat(long501.getStatusCode()).isEqualTo(400);
        assertThat(ignored(FAILED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "*"})
    void anIdThatNoEntryHasIsNotFound(String id) {
        var answer = handle(Request.on(RETRY).path(Map.of("entryId", id)));

        assertThat(answer.getStatusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {RETRY, IGNORE, BUNDLE, REPLAYS})
    void membersDecideNothing(String route) {
        givenUp();

        var answer = handle(on(route, FAILED).by("[member]").body("{\"reason\": \"It was a test\"}"));

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(updates.waiting(TICKET)).isEmpty();
    }

    @Test
    void aSupportBundleSaysWhatHappenedAndKeepsSecrets() {
        connections.given(connection("acme"));
        var failure = new Failure(
                "456", "https://acme.example/x answered 401", WhoCanFix.ADMINISTRATOR, "Ask beth@acme.example.");
        var entry = new Activity(
                "one",
                NOW,
                Duration.ZERO,
                Operation.NOTE,
                "deliverTicketUpdate",
                Activity.ALL,
                "maria",
                Result.FAILED,
                Map.of("ticket", "9d385017c611228701d22104cc95c371", "reason", "password=hunter2"),
                List.of(failure));
        history.record(entry).await().indefinitely();
        var missing = EntryIds.of(new EntryKey(NOW, "two"));

        var answer = handle(Request.on(BUNDLE)
                .body("{\"entries\": [\"%s\", \"%s\"], \"remark\": \"token=abc\"}"
                        .formatted(EntryIds.of(entry.key()), missing)));

        assertThat(answer.getHeaders())
                .containsEntry("content-disposition", "attachment; filename=\"nowbridge-support.json\"");
        assertThat(json(answer).at("/version").asText()).isEqualTo("1.2.3");
        assertThat(json(answer).at("/remark").asText()).isEqualTo("token=[secret]");
        assertThat(json(answer).at("/entries")).hasSize(1);
        assertThat(json(answer).at("/entries/0/subjects"))
                .isEqualTo(
                        json("{\"reason\": \"password=[secret]\", \"ticket\": \"9d385017c611228701d22104cc95c371\"}"));
        assertThat(json(answer).at("/entries/0/failures/0/cause").asText()).isEqualTo("[url] answered 401");
        assertThat(json(answer).at("/entries/0/failures/0/resolution").asText()).isEqualTo("Ask [address].");
        assertThat(json(answer).at("/connections")).isEqualTo(json("""
                [{"id": "acme", "name": "The acme", "type": "servicenow", "instance": "acme", "state": "Connected"}]"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"entries\": []}", "{\"entries\": [\"nonsense\"]}", "{\"entries\": [null]}"})
    void aSupportBundleOfNothingIsRefused(String body) {
        var answer = handle(Request.on(BUNDLE).body(body));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("entries");
    }

    @Test
    void aReplayIsAcceptedWithTheEntryThatShowsIt() {
        var answer = handle(window("2026-01-04T00:00:00Z", "2026-01-05T09:00:00Z"));

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(EntryIds.read(json(answer).at("/entryId").asText()))
                .contains(step.tickets.log().entries().getLast().key());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T09:00:00Z, 2026-01-05T09:00:00Z, from",
        "2025-12-05T08:59:59Z, 2026-01-05T09:00:00Z, from",
        "2026-01-05T08:00:00Z, 2026-01-05T09:00:01Z, to",
        "yesterday, 2026-01-05T09:00:00Z, from",
        "2026-01-05T08:00:00Z, '', to"
    })
    void aWindowThatIsNoneIsRefused(String from, String to, String field) {
        var answer = handle(window(from, to));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void aSecondReplayOfAConnectionWaitsForTheFirst() {
        handle(window("2026-01-04T00:00:00Z", "2026-01-05T09:00:00Z"));
        step.tickets.itIs(step.tickets.now().plusSeconds(1));

        var answer = handle(window("2026-01-04T00:00:00Z", "2026-01-05T09:00:00Z"));

        assertThat(answer.getStatusCode()).isEqualTo(409);
    }

    private static Request window(String from, String to) {
        return Request.on(REPLAYS)
                .body("{\"connectionId\": \"demo\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to));
    }

    private Optional<Ignored> ignored(Activity entry) {
        return history.find(entry.key()).await().indefinitely().flatMap(Activity::ignored);
    }

    private void givenUp() {
        history.record(FAILED).await().indefinitely();
        updates.add(update("one")).await().indefinitely();
        var waiting = updates.first(TICKET).await().indefinitely().orElseThrow();
        updates.bury(waiting, "It is refused", NOW).await().indefinitely();
    }

    private static Request on(String route, Activity entry) {
        return Request.on(route).path(Map.of("entryId", EntryIds.of(entry.key())));
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
