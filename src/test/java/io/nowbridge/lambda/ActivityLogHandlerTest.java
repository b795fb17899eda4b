package io.nowbridge.lambda;

import static io.nowbridge.activity.ActivityFixtures.NOW;
import static io.nowbridge.activity.ActivityFixtures.failed;
import static io.nowbridge.activity.ActivityFixtures.full;
import static io.nowbridge.activity.ActivityFixtures.opened;
import static io.nowbridge.lambda.RunningHandler.JSON;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityLogHandlerTest {

    private static final String LIST = "GET /activity";
    private static final String READ = "GET /activity/{entryId}";
    private static final String FAILURES = "GET /activity/{entryId}/failures";

    private final InMemoryActivity log = new InMemoryActivity();
    private Instant now = NOW.plus(Duration.ofHours(1));
    private final ActivityLogHandler handler =
            new ActivityLogHandler(log, new HttpEdge(JSON), new ActivityParser(() -> now));

    @Test
    void anEntryIsShownWithAllThatIsKnownOfIt() {
        record(full());

        var entry = json(handle(Request.on(LIST))).at("/items/0");

        assertThat(entry).isEqualTo(json("""
                        {"id": "%s", "at": "2026-01-05T09:00:00.007Z", "durationMillis": 61000,
                         "operation": "product-sync", "function": "syncProducts", "connectionId": "demo",
                         "template": "template-1", "startedBy": "schedule", "result": "partial-success",
                         "counts": {"done": 97, "failed": 2, "left": 1}, "subjects": {"sku": "BTF-1"},
                         "failures": [
                           {"subject": "SKU-00001", "cause": "It is not sold any more",
                            "whoCanFix": "administrator", "resolution": "Drop it."},
                           {"subject": "SKU-00002", "cause": "It is not sold any more",
                            "whoCanFix": "administrator", "resolution": "Drop it."}],
                         "correlationId": "request-1", "remoteCalls": 3,
                         "ignored": {"by": "mo", "at": "2026-01-05T09:01:30Z", "reason": "It is the last one"}}""".formatted(EntryIds.of(full().key()))));
    }

    @Test
    void whoCanFixAFailureIsSaidAsProblemsSayIt() {
        var failure = new Failure("456", "A web page came back", WhoCanFix.REMOTE_OWNER, "Wake the instance.");
        record(new Activity(
                "a",
                NOW,
                Duration.ZERO,
                Operation.NOTE,
                "deliverTicketUpdate",
                full().connection(),
                "maria",
                Result.FAILED,
                Map.of(),
                List.of(failure)));

        var entry = json(handle(Request.on(LIST))).at("/items/0");

        assertThat(entry.at("/failures/0/whoCanFix").asText()).isEqualTo("remote owner");
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        record(new Activity(
                "a",
                NOW,
                Duration.ZERO,
                full().operation(),
                "connections",
                Activity.ALL,
                "maria",
                full().result(),
                Map.of(),
                List.of()));

        var entry = json(handle(Request.on(LIST))).at("/items/0");

        assertThat(entry.propertyStream().map(Map.Entry::getKey))
                .doesNotContain("connectionId", "template", "correlationId", "ignored");
    }

    @Test
    void withoutATimeTheLastSevenDaysAreShown() {
        record(opened("now", now));
        record(opened("latest", now.minusMillis(1)));
        record(opened("earliest", now.minus(Duration.ofDays(7))));
        record(opened("earlier", now.minus(Duration.ofDays(7)).minusMillis(1)));

        assertThat(times(handle(Request.on(LIST)))).containsExactly("2026-01-05T09:59:59.999Z", "2025-12-29T10:00:00Z");
    }

    @Test
    void pagesFollowOneAnotherWhileTheClockGoesOn() {
        record(opened("newest", now.minusSeconds(1)));
        record(opened("older", now.minus(Duration.ofDays(6))));
        record(opened("oldest", now.minus(Duration.ofDays(7)).plusMillis(1)));

        var seen = new ArrayList<String>();
        var request = Request.on(LIST).query("limit", "1");
        for (var answer = json(handle(request)); ; answer = json(handle(request))) {
            answer.path("items").forEach(item -> seen.add(item.path("at").asText()));
            now = now.plus(Duration.ofMinutes(1));
            if (!answer.has("next")) {
                break;
            }
            request.query("cursor", answer.path("next").asText());
        }

        assertThat(seen)
                .startsWith("2026-01-05T09:59:59Z", "2025-12-30T10:00:00Z")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "connection, demo, 2",
        "connection, other, 0",
        "template, template-1, 1",
        "operation, product-sync, 1",
        "result, success, 1",
        "item, inc0010001, 1",
        "text, 'not SOLD', 1",
        "from, 2026-01-05T09:00:00.007Z, 1",
        "to, 2026-01-05T09:00:00.007Z, 1"
    })
    void eachFilterIsUnderstood(String name, String value, int found) {
        record(full());
        record(opened("a", NOW));

        assertThat(times(handle(Request.on(LIST).query(name, value)))).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operation | sale | is one of ticket, link, note, status-update, product-sync, order, order-status, replay,"
                        + " export, connection-change, template-change, rule-change, access-change",
                "result | good | is one of under-way, success, partial-success, failed",
                "from | yesterday | is a time such as 2026-01-05T09:00:00Z",
                "from | +1000000000-12-31T23:59:59Z | lies between the years 1970 and 2285",
                "to | 1969-12-31T23:59:59Z | lies between the years 1970 and 2285",
                "from | 2026-01-05T10:00:00Z | is before to",
                "cursor | MDAw | is not one that an answer gave as next",
                "cursor | OTk5OTk5OTk5OTk5OQ | lies outside the wanted time",
                "limit | 101 | is a number from 1 to 100"
            })
    void aParameterThatIsNotRightIsNamed(String name, String value, String message) {
        var answer = handle(Request.on(LIST).query(name, value));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(name);
        assertThat(json(answer).at("/errors/0/message").asText()).isEqualTo(message);
    }

    @Test
    void aTextIsNotLookedForInMoreThanAMonth() {
        var answer = handle(Request.on(LIST).query("text", "a").query("from", "2025-12-01T00:00:00Z"));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/message").asText()).isEqualTo("is looked for within 31 days");
    }

    @Test
    void anEntryIsFoundByTheIdThatTheListGives() {
        record(failed("a", NOW, 1));
        var listed = json(handle(Request.on(LIST))).at("/items/0");

        var read = handle(entry(READ, listed.path("id").asText()));

        assertThat(read.getStatusCode()).isEqualTo(200);
        assertThat(json(read)).isEqualTo(listed);
    }

    @Test
    void theFailuresOfAnEntryArePages() {
        record(failed("a", NOW, 30));
        var id = EntryIds.of(failed("a", NOW, 30).key());

        var first = json(handle(entry(FAILURES, id).query("limit", "25")));
        var second = json(handle(entry(FAILURES, id)
                .query("limit", "25")
                .query("cursor", first.path("next").asText())));

        assertThat(first.path("items")).hasSize(25);
        assertThat(second.path("items")).hasSize(5);
        assertThat(second.at("/items/4/subject").asText()).isEqualTo("SKU-00029");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void aCursorOfSomethingElseIsNoPlaceAmongFailures() {
        record(failed("a", NOW, 30));

        var answer =
                handle(entry(FAILURES, EntryIds.of(failed("a", NOW, 30).key())).query("cursor", "MDAw"));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no id of ours", "MDAw", "MTc2NzYwMzYwMDAwMCNi"})
    void whatIsNotThereIsNotFound(String id) {
        record(opened("a", NOW));

        assertThat(handle(entry(READ, id)).getStatusCode()).isEqualTo(404);
        assertThat(handle(entry(FAILURES, id)).getStatusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, READ, FAILURES})
    void membersMayNotSeeTheLog(String route) {
        record(opened("a", NOW));

        var answer = handle(entry(route, EntryIds.of(opened("a", NOW).key())).by("[member]"));

        assertThat(answer.getStatusCode()).isEqualTo(403);
    }

    private void record(Activity entry) {
        log.record(entry).await().indefinitely();
    }

    private static Request entry(String route, String id) {
        return Request.on(route).path(Map.of("entryId", id));
    }

    private static List<String> times(APIGatewayV2HTTPResponse answer) {
        return json(answer)
                .path("items")
                .valueStream()
                .map((JsonNode item) -> item.path("at").asText())
                .toList();
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
