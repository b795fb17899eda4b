package io.nowbridge.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import io.nowbridge.local.OwnNowbridge;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a connection, through the API of what ships. */
class ConnectionsIT {

    private static final String BASIC =
            "{\"type\": \"basic\", \"username\": \"svc_nowbridge\", \"password\": \"nowbridge\"}";
    private static final String ADMIN = "{\"type\": \"basic\", \"username\": \"admin\", \"password\": \"admin\"}";

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    @Test
    void aConnectionIsTestedKeptAndShownWithoutItsCredentials() {
        var created = connect("Shown", BASIC);
        var read = nowbridge().call("GET", path(created), "");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("checks")).isNotEmpty();
        assertThat(read.etag()).isEqualTo("\"1\"");
        assertThat(read.text("/state")).isEqualTo("Connected");
        assertThat(read.body().path("authentication").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("configured", "type", "changedAt");
    }

    @Test
    void whatDoesNotLetUsInIsNotKept() {
        var before = connections();

        var refused = connect("Refused", BASIC.replace("\"nowbridge\"", "\"mistyped\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("credentials");
        assertThat(refused.text("/whoCanFix")).isEqualTo("administrator");
        assertThat(refused.body().toString()).doesNotContain("mistyped");
        assertThat(connections()).isEqualTo(before);
    }

    @Test
    void allThatIsWrongWithAFormIsToldAtOnce() {
        var answer = nowbridge().call("POST", "/connections", """
                {"type": "servicenow", "name": "x", "instanceUrl": "http://10.0.0.1", "settings": {"timeZone": "Mars"},
                 "authentication": {"type": "oauth-password", "username": "u", "pasword": "p"}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").findValuesAsText("field"))
                .contains(
                        "instanceUrl",
                        "settings.timeZone",
                        "authentication.clientId",
                        "authentication.password",
                        "authentication.pasword");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254",
                "https://2130706433",
                "https://[::ffff:10.0.0.1]",
                "https://user:secret@example.com",
                "https://localhost",
                "http://example.com",
                "https://example.com:8443",
                "https://127.0.0.1:9999",
                "file:///etc/passwd"
            })
    void aHostileUrlIsRefusedBeforeAnythingIsSent(String url) {
        var answer = nowbridge()
                .call(
                        "POST",
                        "/connections",
                        "{\"type\": \"servicenow\", \"name\": \"x\", \"instanceUrl\": \"" + url
                                + "\", \"authentication\": " + BASIC + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo("instanceUrl");
        assertThat(answer.body().toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /connections",
        "POST, /connections",
        "GET, /connections/x",
        "PATCH, /connections/x",
        "DELETE, /connections/x",
        "POST, /connections/x/test",
        "POST, /connections/x/reconnect",
        "POST, /connections/x/disconnect",
        "GET, /connection-types",
        "GET, /connection-defaults",
        "PUT, /connection-defaults",
        "POST, /connection-credentials/rewrap"
    })
    void aMemberMayNotEvenLook(String method, String path) {
        var answer = nowbridge().callAs("member", method, path, "{broken");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aMemberSeesWhereTicketsCanGoAndNothingMore() {
        var answer = nowbridge().callAs("member", "GET", "/ticket-targets", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("items"))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.propertyStream().map(Map.Entry::getKey))
                        .containsExactlyInAnyOrder("id", "name", "type"));
    }

    @Test
    void thePlatformStandInIsConnectedAndShowsItsAnomalies() {
        var platform = "/connections/" + nowbridge().demo("qualytics");

        var tested = nowbridge().call("POST", platform + "/test", "");

        assertThat(tested.status()).isEqualTo(200);
        assertThat(tested.body().path("checks").findValuesAsText("name")).endsWith("credentials", "read", "write");
        assertThat(tested.body().toString()).contains("Open anomalies that it may read");
        assertThat(nowbridge().call("GET", platform, "").text("/state")).isEqualTo("Connected");
    }

    @Test
    void ofTwoWhoChangeTheSameRevisionOneIsTold() {
        var created = connect("Contended", BASIC);

        var first = nowbridge().call("PATCH", path(created), "{\"name\": \"First\"}", "If-Match", created.etag());
        var second = nowbridge().call("PATCH", path(created), "{\"name\": \"Second\"}", "If-Match", created.etag());
        var careless = nowbridge().call("PATCH", path(created), "{\"name\": \"Third\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(careless.status()).isEqualTo(428);
        assertThat(nowbridge().call("GET", path(created), "").text("/name")).isEqualTo("First");
    }

    @Test
    void aConnectionThatIsSwitchedOffCarriesNothingUntilItIsSwitchedOn() {
        var created = connect("Switched", BASIC);

        var off = nowbridge().call("PATCH", path(created), "{\"enabled\": false}", "If-Match", created.etag());
        var refused = ticket(created, "switched-off");
        nowbridge().call("PATCH", path(created), "{\"enabled\": true}", "If-Match", off.etag());
        var opened = ticket(created, "switched-on");

        assertThat(off.text("/state")).isEqualTo("Disabled");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("urn:nowbridge:problem:connection-closed");
        assertThat(opened.status()).isEqualTo(201);
    }

    @Test
    void newCredentialsThatDoNotWorkLeaveTheOldOnes() {
        var created = connect("Kept", BASIC);

        var refused =
                reconnect(created, created.etag(), ADMIN.replace("\"password\": \"admin\"", "\"password\": \"wrong\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(nowbridge().call("GET", path(created), "").etag()).isEqualTo(created.etag());
        assertThat(ticket(created, "kept").status()).isEqualTo(201);
    }

    @Test
    void anotherInstanceIsRefusedWithTheReason() {
        var created = connect("Faithful", BASIC);

        var answer = nowbridge()
                .call(
                        "POST",
                        path(created) + "/reconnect",
                        "{\"authentication\": " + BASIC + ", \"instanceUrl\": \"dev12345\"}",
                        "If-Match",
                        created.etag());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/message")).contains("another instance", "links");
    }

    @Test
    void aDisconnectedInstanceIsConnectedAgainUnderItsIdWithItsLinks() {
        var created = connect("Away and back", BASIC);
        var opened = ticket(created, "away-and-back");

        var disconnected = nowbridge().call("POST", path(created) + "/disconnect", "", "If-Match", created.etag());
        var refused = ticket(created, "meanwhile");
        var reconnected = reconnect(created, disconnected.etag(), ADMIN);
        var again = ticket(created, "away-and-back");

        assertThat(disconnected.text("/connection/state")).isEqualTo("Not connected");
        assertThat(refused.text("/type")).isEqualTo("urn:nowbridge:problem:connection-closed");
        assertThat(reconnected.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/ticket/number")).isEqualTo(opened.text("/ticket/number"));
    }

    @Test
    void aTicketThatWasAskedForBeforeTheDisconnectionIsNotWrittenAfterIt() {
        var created = connect("Cut short", BASIC);
        var lookUps = nowbridge().received("GET", "/api/now/table/sys_user");
        nowbridge()
                .fault("{\"match\": {\"path\": \"/api/now/table/sys_user\"}, \"fault\": \"delay\", \"delayMs\": 2000}");

        var asked = nowbridge()
                .createTicketLater(
                        "cut-short",
                        "{\"shortDescription\": \"Cut short\", \"caller\": \"abel.tuter\", \"connectionId\": \""
                                + id(created) + "\"}",
                        Map.of());
        LocalNowbridge.await("the look-up", () -> nowbridge().received("GET", "/api/now/table/sys_user") > lookUps);
        nowbridge().call("POST", path(created) + "/disconnect", "", "If-Match", created.etag());

        assertThat(asked.join().status()).isEqualTo(502);
        assertThat(asked.join().text("/detail")).contains(id(created));
        assertThat(nowbridge().incidents("short_description=Cut short")).isEmpty();
    }

    @Test
    void removingTheHistoryIsASeparateAndConfirmedAct() {
        var created = connect("Removed", BASIC);
        ticket(created, "removed");

        var connected = nowbridge().call("DELETE", path(created) + "?confirm=Removed", "", "If-Match", created.etag());
        var disconnected = nowbridge().call("POST", path(created) + "/disconnect", "", "If-Match", created.etag());
        var linksKept = links(created);
        var unconfirmed = nowbridge().call("DELETE", path(created), "", "If-Match", disconnected.etag());
        var removed =
                nowbridge().call("DELETE", path(created) + "?confirm=Removed", "", "If-Match", disconnected.etag());

        assertThat(connected.status()).isEqualTo(409);
        assertThat(linksKept).isEqualTo(2);
        assertThat(unconfirmed.status()).isEqualTo(409);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.text("/linksRemoved")).isEqualTo("1");
        assertThat(links(created)).isZero();
        assertThat(nowbridge().call("GET", path(created), "").status()).isEqualTo(404);
    }

    @Test
    void theDefaultAndADatastoresOwnDeskDecideWhereATicketGoes() {
        var usual = id(connect("Usual", BASIC));
        var own = id(connect("Sales", BASIC));
        var defaults = nowbridge().call("GET", "/connection-defaults", "");

        var set = nowbridge()
                .call(
                        "PUT",
                        "/connection-defaults",
                        "{\"purposes\": {\"tickets\": \"" + usual + "\"}, \"datastores\": {\"7\": \"" + own + "\"}}",
                        "If-Match",
                        defaults.etag());
        var ofSales = nowbridge()
                .createTicket(
                        "default-sales",
                        "{\"shortDescription\": \"x\", \"anomaly\": {\"id\": \"default-sales\", \"datastore\": {\"id\": \"7\"}}}");
        var ofOthers = nowbridge().createTicket("default-others", "{\"shortDescription\": \"x\"}");
        var cleared = nowbridge().call("PUT", "/connection-defaults", "{}", "If-Match", set.etag());

        assertThat(set.status()).isEqualTo(200);
        assertThat(ofSales.text("/link/connectionId")).isEqualTo(own);
        assertThat(ofOthers.text("/link/connectionId")).isEqualTo(usual);
        assertThat(cleared.status()).isEqualTo(200);
    }

    @Test
    void everyChangeLeavesAnEntry() {
        var created = connect("Audited", BASIC);
        var changed = nowbridge().call("PATCH", path(created), "{\"name\": \"Renamed\"}", "If-Match", created.etag());
        var reconnected = reconnect(created, changed.etag(), ADMIN);
        nowbridge().call("POST", path(created) + "/test", "");
        nowbridge().call("POST", path(created) + "/disconnect", "", "If-Match", reconnected.etag());

        var actions = nowbridge().entries().stream()
                .filter(entry -> entry.get("connectionId").s().equals(id(created)))
                .map(entry -> entry.get("subjects").m().get("action").s());

        assertThat(actions).containsExactlyInAnyOrder("connect", "change", "reconnect", "test", "disconnect");
    }

    @Test
    void underANewMasterKeyEverythingGoesOnAndTheOldOneIsNoLongerNeeded() {
        var created = connect("Rewrapped", BASIC);
        var before = keys();

        nowbridge().rotateKey();
        var meanwhile = ticket(created, "rewrap-meanwhile");
        var rewrapped = nowbridge().call("POST", "/connection-credentials/rewrap", "");
        var again = nowbridge().call("POST", "/connection-credentials/rewrap", "");

        assertThat(meanwhile.status()).isEqualTo(201);
        assertThat(rewrapped.body().path("rewrapped").asInt()).isPositive();
        assertThat(again.body().path("rewrapped").asInt()).isZero();
        assertThat(keys()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(ticket(created, "rewrap-afterwards").status()).isEqualTo(201);
    }

    @Test
    void credentialsThatAreRefusedInUseShowAtTheConnectionUntilATestPasses() {
        var created = connect("Watched", BASIC);
        nowbridge()
                .fault(
                        "{\"match\": {\"path\": \"/api/now/table/\"}, \"fault\": \"status\", \"status\": 401, \"times\": 20}");

        var refused = ticket(created, "watched");
        var shown = nowbridge().call("GET", path(created), "");
        nowbridge().calm();
        var tested = nowbridge().call("POST", path(created) + "/test", "");

        assertThat(refused.text("/type")).isEqualTo("urn:nowbridge:problem:credentials-refused");
        assertThat(shown.text("/state")).isEqualTo("Error");
        assertThat(shown.text("/cause")).contains("401");
        assertThat(tested.text("/connection/state")).isEqualTo("Connected");
    }

    private static Answer connect(String name, String authentication) {
        return nowbridge().call("POST", "/connections", nowbridge().form(name, authentication));
    }

    private static Answer reconnect(Answer created, String etag, String authentication) {
        return nowbridge()
                .call(
                        "POST",
                        path(created) + "/reconnect",
                        "{\"authentication\": " + authentication + "}",
                        "If-Match",
                        etag);
    }

    private static Answer ticket(Answer connection, String anomaly) {
        return nowbridge()
                .createTicket(anomaly, "{\"shortDescription\": \"x\", \"connectionId\": \"" + id(connection) + "\"}");
    }

    private static long links(Answer connection) {
        return nowbridge().items("links").stream()
                .filter(item -> item.get("connectionId").s().equals(id(connection)))
                .count();
    }

    private static JsonNode connections() {
        return nowbridge().call("GET", "/connections?limit=100", "").body();
    }

    private static Set<String> keys() {
        return nowbridge().items("credentials").stream()
                .map(item -> item.get("keyId").s())
                .collect(Collectors.toSet());
    }

    private static String id(Answer created) {
        return created.text("/connection/id");
    }

    private static String path(Answer created) {
        return "/connections/" + id(created);
    }

    private static LocalNowbridge nowbridge() {
        return NOWBRIDGE.run();
    }
}
