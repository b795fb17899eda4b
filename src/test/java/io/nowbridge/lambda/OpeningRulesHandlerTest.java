package io.nowbridge.lambda;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.rule.InMemoryRules;
import io.nowbridge.rule.RuleId;
import io.nowbridge.rule.SaveRule;
import io.nowbridge.rule.TryRule;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.ticket.FakeTicketWording;
import io.nowbridge.ticket.TicketFixtures;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningRulesHandlerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(TicketFixtures.NOW);
    private static final String ONE = " /opening-rules/{ruleId}";
    private static final String LEAST =
            "{\"name\": \"All\", \"fields\": {\"shortDescription\": \"{anomaly.container} is off\"}}";

    private final InMemoryRules rules = new InMemoryRules();
    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryActivity log = new InMemoryActivity();
    private final AtomicInteger ids = new AtomicInteger();
    private final FakeTicketWording wording = new FakeTicketWording();
    private final OpeningRulesHandler handler = new OpeningRulesHandler(
            rules,
            new SaveRule(
                    rules,
                    connections,
                    wording,
                    new ChangeLog(
                            log, CLOCK, () -> "entry-" + ids.incrementAndGet(), Operation.RULE_CHANGE, "openingRules"),
                    () -> new RuleId("rule-" + ids.incrementAndGet()),
                    CLOCK),
            new TryRule(rules, wording),
            new HttpEdge(RunningHandler.JSON),
            new JsonBody(RunningHandler.JSON));

    @Test
    void aNewRuleIsAnswered201WithWhatItLeftOut() {
        var response = create(LEAST);

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getHeaders()).containsEntry("etag", "\"1\"");
        assertThat(json(response)).isEqualTo(json("""
                {"id": "rule-1", "name": "All", "enabled": true, "order": 100,
                 "conditions": {"datastores": [], "tags": [], "ruleTypes": [], "types": []},
                 "table": "incident", "fields": {"shortDescription": "{anomaly.container} is off"},
                 "mostPerHour": 10, "recurrenceDays": 30}"""));
    }

    @Test
    void allThatIsSaidOfARuleIsShownAgain() {
        connections.given(connection("desk"));
        var everything = """
                {"name": "Severe", "enabled": false, "order": 7,
                 "conditions": {"source": "default", "datastores": ["1"], "tags": ["finance", "sox"],
                                "ruleTypes": ["notNull"], "minimumWeight": 10, "types": ["record"]},
                 "connectionId": "desk", "table": "problem",
                 "fields": {"shortDescription": "x", "fields.u_dataset": "{anomaly.container}"},
                 "mostPerHour": 3, "recurrenceDays": 90}""";

        var created = (ObjectNode) json(create(everything));
        var shown = json(handle(Request.on("GET" + ONE), created.path("id").asText()));

        assertThat(shown).isEqualTo(created);
        assertThat(created.retain(json(everything).properties().stream()
                        .map(Map.Entry::getKey)
                        .toList()))
                .isEqualTo(json(everything));
        assertThat(shown.size()).isEqualTo(json(everything).size() + 1);
    }

    @Test
    void aChangeRaisesTheRevisionAndIsInTheLog() {
        create(LEAST);

        var response = handle(Request.on("PUT" + ONE).ifMatch("\"1\"").body(LEAST.replace("All", "More")), "rule-1");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("etag", "\"2\"");
        assertThat(log.entries())
                .extracting(Activity::operation)
                .containsExactly(Operation.RULE_CHANGE, Operation.RULE_CHANGE);
        assertThat(log.entries().getLast().subjects())
                .isEqualTo(
                        Map.of("action", "edit", "rule", "rule-1", "name", "More", "enabled", "true", "revision", "2"));
    }

    @Test
    void aRemovedRuleIsGone() {
        create(LEAST);

        var response = handle(Request.on("DELETE" + ONE).ifMatch("\"1\""), "rule-1");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(handle(Request.on("GET" + ONE), "rule-1").getStatusCode()).isEqualTo(404);
        assertThat(json(handle(Request.on("GET /opening-rules"), "")).path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void whoeverReadAnotherRevisionChangesNothing(String method) {
        create(LEAST);

        var response = handle(Request.on(method + ONE).ifMatch("\"2\"").body(LEAST), "rule-1");

        assertThat(response.getStatusCode()).isEqualTo(412);
        assertThat(handle(Request.on("GET" + ONE), "rule-1").getHeaders()).containsEntry("etag", "\"1\"");
    }

    @Test
    void aTrialSaysWhyARuleDoesNotMatchAndWhatItWouldOpen() {
        create("""
                {"name": "Severe", "conditions": {"minimumWeight": 10, "tags": ["sox"]},
                 "fields": {"shortDescription": "{anomaly.container} is off", "impact": "2"}}""");

        var response = handle(
                Request.on("POST" + ONE + "/try")
                        .body("{\"anomaly\": {\"container\": \"orders\", \"weight\": 7, \"tags\": [\"SOX\"]}}"),
                "rule-1");

        assertThat(json(response)).isEqualTo(json("""
                {"matches": false, "enabled": true,
                 "conditions": [
                   {"condition": "tags", "holds": true, "wanted": "all of: sox", "found": "SOX"},
                   {"condition": "minimumWeight", "holds": false, "wanted": "at least 10", "found": "7"}],
                 "ticket": {"table": "incident", "shortDescription": "orders is off", "description": "",
                            "impact": "2", "fields": {}}}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /opening-rules",
                "POST /opening-rules",
                "GET" + ONE,
                "PUT" + ONE,
                "DELETE" + ONE,
                "POST" + ONE + "/try"
            })
    void aMemberMayNothingHere(String route) {
        create(LEAST);

        var response = handle(Request.on(route).ifMatch("\"1\"").body(LEAST).by("[member]"), "rule-1");

        assertThat(response.getStatusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET" + ONE, "PUT" + ONE, "DELETE" + ONE, "POST" + ONE + "/try"})
    void anIdThatNoRuleHasOrCanHaveIsAnswered404(String route) {
        var body = route.endsWith("/try") ? "{\"anomaly\": {}}" : LEAST;

        assertThat(List.of("elsewhere", "no such!", ""))
                .allSatisfy(id -> assertThat(
                                handle(Request.on(route).ifMatch("\"1\"").body(body), id)
                                        .getStatusCode())
                        .isEqualTo(404));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                     | name fields.shortDescription
            {"name": "n", "fields": {"shortDescription": "{"}}                     | fields.shortDescription
            {"name": "n", "fields": {"shortDescription": "x", "priority": "1"}}    | fields.priority
            {"name": "n", "fields": {"shortDescription": "x", "fields.sys_id": "1"}} | fields.fields.sys_id
            {"name": "n", "fields": {"shortDescription": "x"}, "connectionId": "elsewhere"} | connectionId
            {"name": "n", "fields": {"shortDescription": "x"}, "connectionId": "platform"} | connectionId
            {"name": "n", "fields": {"shortDescription": "x"}, "mostPerHour": 0, "recurrenceDays": 91, "order": -1} | order mostPerHour recurrenceDays
            {"name": "n", "fields": {"shortDescription": "x"}, "conditions": {"tags": [" "], "colour": "red"}} | conditions.tags conditions.colour
            """)
    void whatIsWrongInTheBodyIsAnswered400NamingEachField(String body, String fields) {
        connections.given(connection("platform", SystemType.QUALYTICS));

        var response = create(body);

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(StreamSupport.stream(json(response).path("errors").spliterator(), false))
                .extracting(error -> error.path("field").asText())
                .containsExactlyInAnyOrder(fields.split(" "));
        assertThat(rules.all().collect().asList().await().indefinitely()).isEmpty();
    }

    private APIGatewayV2HTTPResponse create(String body) {
        return handle(Request.on("POST /opening-rules").body(body), "");
    }

    private APIGatewayV2HTTPResponse handle(Request request, String rule) {
        var event = request.event();
        event.setPathParameters(Map.of("ruleId", rule));
        return handler.handleRequest(event, new FakeContext(29_000));
    }
}
