package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bounds and spoils the calls of a batch, as it would each call alone. */
class BatchLimitsTest {

    private static final String INCIDENT = "/api/now/table/incident";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void whatThirtySecondsDoNotSufficeForIsNotRun() {
        INSTANCE.settings("{\"batchItemMillis\":10000}");

        var answer = batch(create("a"), create("b"), create("c"), create("d"), create("e"));

        assertThat(serviced(answer)).containsExactly("a", "b", "c");
        assertThat(unserviced(answer)).containsExactly("d", "e");
        assertThat(created()).containsExactly("a", "b", "c");
    }

    @Test
    void aTooLargeCallEndsTheBatch() {
        var large = create("b", "x".repeat(5 * 1024 * 1024));

        var answer = batch(create("a"), large, create("c"));

        assertThat(serviced(answer)).containsExactly("a");
        assertThat(unserviced(answer)).containsExactly("b", "c");
        assertThat(created()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"100, ''", "100000, 'a b'", "99999999999, 'a b'", "many, 'a b'"})
    void aTooLargeAnswerEndsTheBatch(String limit, String expected) {
        var read = item("a", "GET", INCIDENT + "?sysparm_limit=1", "");
        var again = item("b", "GET", INCIDENT + "?sysparm_limit=1", "");

        var answer = INSTANCE.call("POST", "/api/now/v1/batch")
                .header("X-BATCHREQUEST-MAX-OUTPUT-SIZE", limit)
                .body(body(read, again))
                .send();

        assertThat(String.join(" ", serviced(answer))).isEqualTo(expected);
    }

    @Test
    void eachCallCountsAgainstItsRateLimit() {
        INSTANCE.settings("{\"rateLimits\":[{\"api\":\"table\",\"limit\":2}]}");

        var answer = batch(create("a"), create("b"), create("c"));

        assertThat(statuses(answer)).containsExactly(201, 201, 429);
        INSTANCE.settings("{}");
        assertThat(created()).containsExactly("a", "b");
    }

    @Test
    void aClosedApiIsClosedInABatch() {
        INSTANCE.settings("{\"apiAcl\":[\"stats\"]}");

        var answer = batch(item("a", "GET", "/api/now/stats/incident?sysparm_count=true", ""), create("b"));

        assertThat(statuses(answer)).containsExactly(403, 201);
    }

    @ParameterizedTest
    @CsvSource({
        "status, 'a b', 503 201, b",
        "html, 'a b', 200 201, b",
        "status-after-write, 'a b', 503 201, a b",
        "truncate, 'a b', 201 201, a b",
        "delay, 'a b', 201 201, a b",
        "reset, b, 201, b",
        "drop-after-write, b, 201, a b"
    })
    void aFaultStrikesACallOfABatch(String fault, String serviced, String statuses, String created) {
        arm(fault, fault.startsWith("status") ? ",\"status\":503" : "");

        var answer = batch(create("a"), create("b"));

        assertThat(String.join(" ", serviced(answer))).isEqualTo(serviced);
        assertThat(String.join(
                        " ", statuses(answer).stream().map(String::valueOf).toList()))
                .isEqualTo(statuses);
        assertThat(String.join(" ", created())).isEqualTo(created);
    }

    @Test
    void aTruncatedAnswerIsHalfOfOne() {
        var whole = answers(batch(item("a", "GET", INCIDENT + "?sysparm_limit=1", "")))
                .getFirst();
        arm("truncate", "");

        var half = answers(batch(item("a", "GET", INCIDENT + "?sysparm_limit=1", "")))
                .getFirst();

        assertThat(half).isEqualTo(whole.substring(0, whole.length() / 2));
    }

    @ParameterizedTest
    @CsvSource({"delay, ''", "delay-after-write, a"})
    void aDelayCountsAgainstTheThirtySeconds(String fault, String created) {
        arm(fault, ",\"delayMs\":30001");

        var answer = batch(create("a"), create("b"));

        assertThat(unserviced(answer)).containsExactly("a", "b");
        assertThat(String.join(" ", created())).isEqualTo(created);
    }

    private static void arm(String fault, String more) {
        var json = "{\"match\":{\"path\":\"" + INCIDENT + "\"},\"fault\":\"" + fault + "\"" + more + "}";
        assertThat(INSTANCE.call("POST", "/__faults").body(json).send().status())
                .isEqualTo(204);
    }

    private static JsonObject create(String id) {
        return create(id, "");
    }

    private static JsonObject create(String id, String description) {
        return item(
                id,
                "POST",
                INCIDENT,
                "{\"correlation_display\":\"batch\",\"correlation_id\":\"%s\",\"description\":\"%s\"}"
                        .formatted(id, description));
    }

    private static JsonObject item(String id, String method, String url, String body) {
        var json = new JsonObject().put("name", "Content-Type").put("value", "application/json");
        return new JsonObject()
                .put("id", id)
                .put("method", method)
                .put("url", url)
                .put("headers", new JsonArray().add(json))
                .put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(JsonObject... items) {
        return new JsonObject()
                .put("batch_request_id", "1")
                .put("rest_requests", new JsonArray(Arrays.asList(items)))
                .encode();
    }

    private static Incoming batch(JsonObject... items) {
        return INSTANCE.post("/api/now/v1/batch", body(items));
    }

    private static List<JsonObject> served(Incoming answer) {
        return answer.json().getJsonArray("serviced_requests").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<String> serviced(Incoming answer) {
        return served(answer).stream().map(item -> item.getString("id")).toList();
    }

    private static List<Integer> statuses(Incoming answer) {
        return served(answer).stream()
                .map(item -> item.getInteger("status_code"))
                .toList();
    }

    private static List<String> answers(Incoming answer) {
        return served(answer).stream()
                .map(item -> new String(Base64.getDecoder().decode(item.getString("body")), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> unserviced(Incoming answer) {
        return answer.json().getJsonArray("unserviced_requests").stream()
                .map(String.class::cast)
                .toList();
    }

    private static List<String> created() {
        return INSTANCE
                .get(INCIDENT + "?sysparm_query=correlation_display=batch%5EORDERBYcorrelation_id")
                .results()
                .stream()
                .map(row -> ((JsonObject) row).getString("correlation_id"))
                .toList();
    }
}
