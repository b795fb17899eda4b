package io.nowbridge.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where secrets turn up in a full run, with everything logged: nowhere. */
class SecretsIT {

    private static final String PASSWORD = "b4sic:Pa55 w\u00f6rd";
    private static final String WRONG_PASSWORD = "gue55ed:Pa55";
    private static final String CLIENT_SECRET = "client-secret";
    private static final String API_KEY = "now_4f6d2b8c9e0a41d7a35b";
    private static final List<String> TABLES =
            List.of("connections", "credentials", "templates", "claims", "links", "activity");

    private final List<Answer> answers = new ArrayList<>();

    @TempDir
    Path directory;

    private LocalNowbridge nowbridge;

    @BeforeEach
    void start() {
        nowbridge = new LocalNowbridge(Map.of(
                "quarkus.log.level", "DEBUG",
                "quarkus.log.console.level", "INFO",
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", log().toString()));
    }

    @AfterEach
    void close() {
        nowbridge.close();
    }

    @Test
    void noSecretIsInAnAnswerALogOrATable() throws IOException {
        nowbridge.changePassword("svc_nowbridge", PASSWORD);
        connect("Refused", basic(WRONG_PASSWORD));
        var created = connect("Secretive", basic(PASSWORD));
        var path = "/connections/" + created.text("/connection/id");
        work(path, "basic");
        reconnect(path, basic(WRONG_PASSWORD));
        reconnect(path, """
                {"type": "oauth-client-credentials", "clientId": "2b7c1dae6f5042209f11c2d3e4f50612",
                 "clientSecret": "%s"}""".formatted(CLIENT_SECRET));
        work(path, "oauth");
        reconnect(path, "{\"type\": \"api-key\", \"key\": \"%s\"}".formatted(API_KEY));
        work(path, "key");
        nowbridge.rotateKey();
        call("POST", "/connection-credentials/rewrap", "");
        var haystack = new ArrayList<>(tables());
        call("POST", path + "/disconnect", "", "If-Match", etag(path));
        call("GET", "/connections", "");
        haystack.addAll(tables());
        haystack.addAll(logged());
        answers.forEach(answer -> haystack.add(answer.headers().map() + " " + answer.body()));

        assertThat(answers).extracting(Answer::status).contains(200, 201, 422, 502);
        assertThat(Stream.of(PASSWORD, WRONG_PASSWORD, CLIENT_SECRET, API_KEY).flatMap(SecretsIT::spellings))
                .allSatisfy(secret -> assertThat(haystack).noneMatch(straw -> straw.contains(secret)));
    }

    // What succeeds, and what fails in each way that is logged.
    private void work(String path, String scheme) {
        call("POST", path + "/test", "{\"createRecord\": true}");
        ticket(path, scheme);
        for (var fault : List.of("html", "reset", "status")) {
            nowbridge.fault("{\"match\": {\"path\": \"/api/now/table/\"}, \"fault\": \"" + fault
                    + "\", \"status\": 401, \"times\": 30}");
            ticket(path, scheme + "-" + fault);
            call("POST", path + "/test", "");
            nowbridge.calm();
        }
    }

    private Answer connect(String name, String authentication) {
        return call("POST", "/connections", nowbridge.form(name, authentication));
    }

    private void reconnect(String path, String authentication) {
        call("POST", path + "/reconnect", "{\"authentication\": " + authentication + "}", "If-Match", etag(path));
    }

    private String etag(String path) {
        return call("GET", path, "").etag();
    }

    private void ticket(String path, String anomaly) {
        var id = path.substring(path.lastIndexOf('/') + 1);
        answers.add(nowbridge.createTicket(anomaly, "{\"shortDescription\": \"x\", \"connectionId\": \"" + id + "\"}"));
    }

    private Answer call(String method, String path, String body, String... headers) {
        var answer = nowbridge.call(method, path, body, headers);
        answers.add(answer);
        return answer;
    }

    private List<String> tables() {
        return TABLES.stream().map(table -> nowbridge.items(table).toString()).toList();
    }

    private List<String> logged() throws IOException {
        var lines = Files.readAllLines(log());
        // Netty's dumps of what goes over the wire break every line after 16 bytes, where no search finds anything.
        assertThat(lines).anyMatch(line -> line.contains(" DEBUG ")).noneMatch(line -> line.contains("|00000000|"));
        return Stream.concat(lines.stream(), nowbridge.log().stream()).toList();
    }

    private Path log() {
        return directory.resolve("functions.log");
    }

    private static String basic(String password) {
        return "{\"type\": \"basic\", \"usernamePassword\": \"svc_nowbridge:" + password + "\"}";
    }

    // Without its end, Base64 shows the same characters whatever follows; as a Basic header it begins with the user.
    private static Stream<String> spellings(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var basic = ("svc_nowbridge:" + secret).getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes),
                base64(bytes),
                base64(basic));
    }

    private static String base64(byte[] bytes) {
        var text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return text.substring(0, text.length() - 2);
    }
}
