package io.nowbridge.lambda;

import static io.nowbridge.activity.ActivityFixtures.NOW;
import static io.nowbridge.activity.EntryFixtures.entry;
import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.lambda.RunningHandler.JSON;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Ignored;
import io.nowbridge.activity.IgnoreEntry;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.RetryEntry;
import io.nowbridge.delivery.InMemoryTicketUpdates;
import io.nowbridge.delivery.RecordingQueue;
import io.nowbridge.delivery.RetryTicketUpdate;
import io.nowbridge.delivery.TicketUpdate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActOnActivityHandlerTest {

    private static final String RETRY = "POST /activity/{entryId}/retry";
    private static final String IGNORE = "POST /activity/{entryId}/ignore";
    private static final Activity FAILED = entry("one", "deliverTicketUpdate", Result.FAILED, Map.of());

    private final InMemoryActivity history = new InMemoryActivity();
    private final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
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
            new ActivityOrders(new JsonBody(JSON)),
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
    @ValueSource(strings = {RETRY, IGNORE})
    void membersDecideNothing(String route) {
        givenUp();

        var answer = handle(on(route, FAILED).by("[member]").body("{\"reason\": \"It was a test\"}"));

        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(updates.waiting(TICKET)).isEmpty();
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
