package io.nowbridge.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a connection, through the API of what ships. */
class ConnectionsIT {

    private static final String BASIC =
            "{\"type\": \"basic\", \"username\": \"svc_nowbridge\", \"password\": \"nowbridge\"}";
    private static final String ADMIN = "{\"type\": \"basic\", \"username\": \"admin\", \"password\": \"admin\"}";

    private static LocalNowbridge nowbridge;

    // Of all that is logged, also at levels that nobody should need.
    private static Path log;

    @BeforeAll
    static void start(@TempDir Path directory) {
        log = directory.resolve("log");
        nowbridge = new LocalNowbridge(Map.of(
                "quarkus.log.level", "DEBUG",
                "quarkus.log.console.level", "INFO",
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", log.toString()));
    }

    @AfterAll
    static void close() {
        nowbridge.close();
    }

    @BeforeEach
    void calm() {
        nowbridge.calm();
    }

    @Test
    void aConnectionIsTestedKeptAndShownWithoutItsCredentials() {
        var created = connect("Shown", BASIC);
        var read = nowbridge.call("GET", path(created), "");

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
        var answer = nowbridge.call("POST", "/connections", """
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
        var answer = nowbridge.call(
                "POST",
                "/connections",
                "{\"type\": \"servicenow\", \"name\": \"x\", \"instanceUrl\": \"" + url + "\", \"authentication\": "
                        + BASIC + "}");

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
        var answer = nowbridge.callAs("member", method, path, "{broken");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aMemberSeesWhereTicketsCanGoAndNothingMore() {
        var answer = nowbridge.callAs("member", "GET", "/ticket-targets", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("items"))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.propertyStream().map(Map.Entry::getKey))
                        .containsExactlyInAnyOrder("id", "name", "type"));
    }

    @Test
    void ofTwoWhoChangeTheSameRevisionOneIsTold() {
        var created = connect("Contended", BASIC);

        var first = nowbridge.call("PATCH", path(created), "{\"name\": \"First\"}", "If-Match", created.etag());
        var second = nowbridge.call("PATCH", path(created), "{\"name\": \"Second\"}", "If-Match", created.etag());
        var careless = nowbridge.call("PATCH", path(created), "{\"name\": \"Third\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(careless.status()).isEqualTo(428);
        assertThat(nowbridge.call("GET", path(created), "").text("/name")).isEqualTo("First");
    }

    @Test
    void aConnectionThatIsSwitchedOffCarriesNothingUntilItIsSwitchedOn() {
        var created = connect("Switched", BASIC);

        var off = nowbridge.call("PATCH", path(created), "{\"enabled\": false}", "If-Match", created.etag());
        var refused = ticket(created, "switched-off");
        nowbridge.call("PATCH", path(created), "{\"enabled\": true}", "If-Match", off.etag());
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
        assertThat(nowbridge.call("GET", path(created), "").etag()).isEqualTo(created.etag());
        assertThat(ticket(created, "kept").status()).isEqualTo(201);
    }

    @Test
    void anotherInstanceIsRefusedWithTheReason() {
        var created = connect("Faithful", BASIC);

        var answer = nowbridge.call(
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

        var disconnected = nowbridge.call("POST", path(created) + "/disconnect", "", "If-Match", created.etag());
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
    void removingTheHistoryIsASeparateAndConfirmedAct() {
        var created = connect("Removed", BASIC);
        ticket(created, "removed");

        var connected = nowbridge.call("DELETE", path(created) + "?confirm=Removed", "", "If-Match", created.etag());
        var disconnected = nowbridge.call("POST", path(created) + "/disconnect", "", "If-Match", created.etag());
        var linksKept = links(created);
        var unconfirmed = nowbridge.call("DELETE", path(created), "", "If-Match", disconnected.etag());
        var removed = nowbridge.call("DELETE", path(created) + "?confirm=Removed", "", "If-Match", disconnected.etag());

        assertThat(connected.status()).isEqualTo(409);
        assertThat(linksKept).isEqualTo(2);
        assertThat(unconfirmed.status()).isEqualTo(409);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.text("/linksRemoved")).isEqualTo("1");
        assertThat(links(created)).isZero();
        assertThat(nowbridge.call("GET", path(created), "").status()).isEqualTo(404);
    }

    @Test
    void theDefaultAndADatastoresOwnDeskDecideWhereATicketGoes() {
        var usual = id(connect("Usual", BASIC));
        var own = id(connect("Sales", BASIC));
        var defaults = nowbridge.call("GET", "/connection-defaults", "");

        var set = nowbridge.call(
                "PUT",
                "/connection-defaults",
                "{\"purposes\": {\"tickets\": \"" + usual + "\"}, \"datastores\": {\"7\": \"" + own + "\"}}",
                "If-Match",
                defaults.etag());
        var ofSales = nowbridge.createTicket(
                "default-sales",
                "{\"shortDescription\": \"x\", \"anomaly\": {\"id\": \"default-sales\", \"datastore\": {\"id\": \"7\"}}}");
        var ofOthers = nowbridge.createTicket("default-others", "{\"shortDescription\": \"x\"}");
        var cleared = nowbridge.call("PUT", "/connection-defaults", "{}", "If-Match", set.etag());

        assertThat(set.status()).isEqualTo(200);
        assertThat(ofSales.text("/link/connectionId")).isEqualTo(own);
        assertThat(ofOthers.text("/link/connectionId")).isEqualTo(usual);
        assertThat(cleared.status()).isEqualTo(200);
    }

    @Test
    void everyChangeLeavesAnEntry() {
        var created = connect("Audited", BASIC);
        var changed = nowbridge.call("PATCH", path(created), "{\"name\": \"Renamed\"}", "If-Match", created.etag());
        var reconnected = reconnect(created, changed.etag(), ADMIN);
        nowbridge.call("POST", path(created) + "/test", "");
        nowbridge.call("POST", path(created) + "/disconnect", "", "If-Match", reconnected.etag());

        var actions = nowbridge.items("activity").stream()
                .filter(entry -> entry.get("connectionId").s().equals(id(created)))
                .map(entry -> entry.get("subjects").m().get("action").s());

        assertThat(actions).containsExactlyInAnyOrder("connect", "change", "reconnect", "test", "disconnect");
    }

    @Test
    void noSecretIsInAnAnswerALogOrATable() throws IOException {
        var answers = Stream.<Answer>builder();
        var created = connect("Secretive", BASIC);
        answers.add(created);
        answers.add(connect("Guessed", BASIC.replace("\"nowbridge\"", "\"gue55ed-Pa:ss\"")));
        answers.add(ticket(created, "secretive"));
        answers.add(nowbridge.call("POST", path(created) + "/test", "{\"createRecord\": true}"));
        var reconnected = reconnect(created, created.etag(), """
                {"type": "oauth-client-credentials", "clientId": "2b7c1dae6f5042209f11c2d3e4f50612",
                 "clientSecret": "client-secret"}""");
        answers.add(reconnected);
        answers.add(ticket(created, "secretive-oauth"));
        answers.add(nowbridge.call("POST", "/connection-credentials/rewrap", ""));
        answers.add(nowbridge.call("POST", path(created) + "/disconnect", "", "If-Match", reconnected.etag()));
        answers.add(nowbridge.call("GET", "/connections", ""));
        var everything = String.join(
                "\n",
                answers.build().map(answer -> answer.body().toString()).toList().toString(),
                nowbridge.log().toString(),
                Files.readString(log),
                Stream.of("connections", "credentials", "claims", "links", "activity")
                        .map(table -> nowbridge.items(table).toString())
                        .toList()
                        .toString());

        // The user's name begins like its password, and tables and lines of the log bear ours.
        var withoutNames = everything.replace("svc_nowbridge", "").replaceAll("(?i)nowbridge[-.:/ ]", "");
        assertThat(Stream.of("gue55ed-Pa:ss", "client-secret", "svc_nowbridge:nowbridge")
                        .flatMap(ConnectionsIT::spellings))
                .allSatisfy(spelling -> assertThat(withoutNames).doesNotContain(spelling));
        assertThat(everything).doesNotContain("\"password\"", "Basic c3ZjX");
        // As Netty dumps what goes over the wire, where no search finds anything.
        assertThat(everything).contains(" DEBUG ").doesNotContain("|00000000|");
    }

    private static Stream<String> spellings(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    private static Answer connect(String name, String authentication) {
        return nowbridge.call("POST", "/connections", nowbridge.form(name, authentication));
    }

    private static Answer reconnect(Answer created, String etag, String authentication) {
        return nowbridge.call(
                "POST", path(created) + "/reconnect", "{\"authentication\": " + authentication + "}", "If-Match", etag);
    }

    private static Answer ticket(Answer connection, String anomaly) {
        return nowbridge.createTicket(
                anomaly, "{\"shortDescription\": \"x\", \"connectionId\": \"" + id(connection) + "\"}");
    }

    private static long links(Answer connection) {
        return nowbridge.items("links").stream()
                .filter(item -> item.get("connectionId").s().equals(id(connection)))
                .count();
    }

    private static JsonNode connections() {
        return nowbridge.call("GET", "/connections?limit=100", "").body();
    }

    private static String id(Answer created) {
        return created.text("/connection/id");
    }

    private static String path(Answer created) {
        return "/connections/" + id(created);
    }
}
