package io.nowbridge.lambda;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.lambda.RunningHandler.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.setup.FakeProbe;
import io.nowbridge.setup.InMemorySetup;
import io.nowbridge.setup.Probe.Trial;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsHandlerTest {

    private static final String PATH = "/connections/{connectionId}";
    private static final String NEW_PASSWORD =
            "{\"authentication\": {\"type\": \"basic\", \"usernamePassword\": \"svc:pa:ss\"}}";

    private final RunningConnections running = new RunningConnections();
    private final InMemorySetup setup = running.setup;

    @Test
    void aNewConnectionIsAnswered201WithWhatWasFound() {
        var response = running.handle(Request.creating());

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getHeaders())
                .containsEntry("content-type", "application/json")
                .containsEntry("etag", "\"1\"")
                .containsEntry("cache-control", "no-store");
        assertThat(json(response)).isEqualTo(json("""
                {"connection": {"id": "new-1", "type": "servicenow", "kind": "desk", "name": "Acme",
                    "instanceUrl": "https://acme.service-now.com",
                    "authentication": {"configured": true, "type": "basic", "changedAt": "2026-01-05T10:00:00Z"},
                    "settings": {"timeZone": "Europe/Berlin"}, "enabled": true,
                    "state": "Connected", "testedAt": "2026-01-05T10:00:00Z",
                    "created": {"by": "maria", "at": "2026-01-05T10:00:00Z"},
                    "changed": {"by": "maria", "at": "2026-01-05T10:00:00Z"}},
                 "checks": [
                    {"name": "reachable", "subject": "", "verdict": "passed", "cause": "It answers", "fix": "",
                     "whoCanFix": "nobody"},
                    {"name": "credentials", "subject": "", "verdict": "passed", "cause": "Accepted", "fix": "",
                     "whoCanFix": "nobody"}]}"""));
    }

    @Test
    void aConnectionIsShownWithItsRevision() {
        setup.connections.given(disconnected(connection("gone")));

        var response = running.handle(Request.on("GET " + PATH).to("gone"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("etag", "\"2\"");
        assertThat(json(response)).isEqualTo(json("""
                {"id": "gone", "type": "servicenow", "kind": "desk", "name": "The gone",
                 "instanceUrl": "https://gone.service-now.com", "authentication": {"configured": false},
                 "settings": {"timeZone": "Europe/Berlin"}, "enabled": true,
                 "state": "Not connected", "cause": "It was disconnected",
                 "created": {"by": "maria", "at": "2026-01-05T09:00:00Z"},
                 "changed": {"by": "otto", "at": "2026-01-05T09:01:00Z"}}"""));
    }

    @Test
    void allConnectionsAreListedPageByPage() {
        for (var id : List.of("c", "a", "e", "b", "d")) {
            setup.connections.given(connection(id));
        }

        var first = running.handle(Request.on("GET /connections").query("limit", "3"));
        var second = running.handle(Request.on("GET /connections")
                .query("limit", "3")
                .query("cursor", json(first).path("next").asText()));

        assertThat(ids(first)).containsExactly("a", "b", "c");
        assertThat(ids(second)).containsExactly("d", "e");
        assertThat(json(second).has("next")).isFalse();
    }

    @Test
    void aChangeIsAnsweredWithTheNextRevision() {
        setup.connections.given(connection("prod"));

        var response = running.handle(Request.on("PATCH " + PATH)
                .to("prod")
                .ifMatch("\"1\"")
                .body("{\"name\": \"Production\", \"enabled\": false, \"settings\": {}}"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("etag", "\"2\"");
        assertThat(json(response).path("name").asText()).isEqualTo("Production");
        assertThat(json(response).path("state").asText()).isEqualTo("Disabled");
        assertThat(json(response).path("settings")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "{}", "{\"createRecord\": false}", "{\"createRecord\": null}"})
    void aTestCreatesNoRecordUnlessItIsTold(String body) {
        setup.connections.given(connection("prod"));

        var response =
                running.handle(Request.on("POST " + PATH + "/test").to("prod").body(body));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(json(response).path("checks")).hasSize(2);
        assertThat(setup.probe.trials()).extracting(Trial::mayCreateRecord).containsExactly(false);
    }

    @Test
    void aTestThatMayCreateARecordIsToldSo() {
        setup.connections.given(connection("prod"));

        running.handle(Request.on("POST " + PATH + "/test").to("prod").body("{\"createRecord\": true}"));

        assertThat(setup.probe.trials()).extracting(Trial::mayCreateRecord).containsExactly(true);
    }

    @Test
    void newCredentialsAreAnsweredWithWhatWasFound() {
        setup.connections.given(connection("prod"));

        var response = running.handle(Request.on("POST " + PATH + "/reconnect")
                .to("prod")
                .ifMatch("\"1\"")
                .body(NEW_PASSWORD));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("etag", "\"2\"");
        assertThat(json(response).at("/connection/authentication/changedAt").asText())
                .isEqualTo("2026-01-05T10:00:00Z");
        assertThat(setup.connections.credentialsNow(new ConnectionId("prod")))
                .contains(Authentication.of("basic", Map.of("username", "svc", "password", "pa:ss")));
    }

    @Test
    void disconnectingTakesNoBodyAndTellsHowManyTemplatesStopped() {
        setup.connections.given(connection("prod"));
        setup.flows.are(2);

        var response = running.handle(
                Request.on("POST " + PATH + "/disconnect").to("prod").ifMatch("\"1\""));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("etag", "\"2\"");
        assertThat(json(response).path("templatesDisabled").asInt()).isEqualTo(2);
        assertThat(json(response).at("/connection/state").asText()).isEqualTo("Not connected");
    }

    @Test
    void removingTellsHowFarItCame() {
        setup.connections.given(disconnected(connection("gone")));
        setup.history.holds(150);
        var request = Request.on("DELETE " + PATH).to("gone").ifMatch("\"2\"").query("confirm", "The gone");

        var first = running.handle(request);
        var second = running.handle(request);

        assertThat(json(first)).isEqualTo(json("{\"linksRemoved\": 100, \"complete\": false}"));
        assertThat(json(second)).isEqualTo(json("{\"linksRemoved\": 50, \"complete\": true}"));
    }

    @Test
    void theTypesOfSystemAreListedWithTheirWaysOfSigningIn() {
        var response = running.handle(Request.on("GET /connection-types"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(json(response).path("items"))
                .extracting(type -> type.path("type").asText())
                .containsExactly("servicenow", "autotask", "qualytics", "tdsynnex", "csv");
        assertThat(json(response).path("items"))
                .extracting(type -> type.path("hasClient").asBoolean())
                .containsExactly(true, false, false, false, false);
        assertThat(json(response).at("/items/3"))
                .isEqualTo(
                        json(
                                "{\"type\": \"tdsynnex\", \"title\": \"TD SYNNEX\", \"kind\": \"distributor\", \"hasClient\": false,"
                                        + " \"authentications\": [{\"type\": \"account\","
                                        + " \"required\": [\"customerNumber\", \"userName\", \"password\"], \"optional\": []}]}"));
    }

    @Test
    void defaultsThatNobodySetHaveRevisionNoughtAndCanBeSetFromThere() {
        setup.connections.given(connection("prod"));
        var before = running.handle(Request.on("GET /connection-defaults"));

        var response = running.handle(Request.on("PUT /connection-defaults")
                .ifMatch(before.getHeaders().get("etag"))
                .body("{\"purposes\": {\"tickets\": \"prod\"}, \"datastores\": {\"sales db\": \"prod\"}}"));

        assertThat(json(before)).isEqualTo(json("{\"purposes\": {}, \"datastores\": {}}"));
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("etag", "\"1\"");
        assertThat(json(response))
                .isEqualTo(json("{\"purposes\": {\"tickets\": \"prod\"}, \"datastores\": {\"sales db\": \"prod\"}}"));
        assertThat(running.handle(Request.on("GET /connection-defaults")).getBody())
                .isEqualTo(response.getBody());
    }

    @Test
    void rewrappingTellsHowManyCredentialsWereTouched() {
        setup.connections.given(connection("prod"));
        setup.connections.given(disconnected(connection("gone")));

        var response = running.handle(Request.on("POST /connection-credentials/rewrap"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(json(response)).isEqualTo(json("{\"rewrapped\": 0, \"untouched\": 2, \"failed\": []}"));
        assertThat(setup.logged())
                .singleElement()
                .satisfies(entry -> assertThat(entry.subjects()).containsEntry("action", "rewrap-credentials"));
    }

    @Test
    void anAdminMayDoWhatAManagerMay() {
        assertThat(running.handle(Request.on("GET /connections").by("[admin member]"))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void theOldCredentialsStayWhereTheNewOnesAreRefused() {
        setup.connections.given(connection("prod"));
        setup.probe.answer(FakeProbe.REFUSED);

        var response = running.handle(Request.on("POST " + PATH + "/reconnect")
                .to("prod")
                .ifMatch("\"1\"")
                .body(NEW_PASSWORD));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("detail").asText()).isEqualTo("Nothing was kept: Signing in answered 401");
        assertThat(setup.connections.credentialsNow(new ConnectionId("prod"))).contains(CREDENTIALS);
    }

    private static List<String> ids(APIGatewayV2HTTPResponse response) {
        return StreamSupport.stream(json(response).path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }
}
