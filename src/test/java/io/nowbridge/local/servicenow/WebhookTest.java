package io.nowbridge.local.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.WebhookAuthentication;
import io.nowbridge.webhook.Authenticity;
import io.nowbridge.webhook.Verdict;
import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Path SCRIPT = Path.of("docs/setup/servicenow-business-rule.js");
    private static final Vertx VERTX = Vertx.vertx();
    private static final BlockingQueue<Told> TOLD = new LinkedBlockingQueue<>();
    private static int port;

    /** What arrived where the property points. */
    private record Told(Map<String, String> headers, byte[] body) {

        JsonObject json() {
            return new JsonObject(new String(body, UTF_8));
        }

        TreeSet<String> signing() {
            var names = new TreeSet<>(headers.keySet());
            names.removeIf(name -> !name.startsWith("webhook-"));
            return names;
        }
    }

    @BeforeAll
    static void listen() {
        port = VERTX.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    var headers = new HashMap<String, String>();
                    request.headers()
                            .forEach(
                                    header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
                    TOLD.add(new Told(headers, body.getBytes()));
                    request.response().setStatusCode(202).end();
                }))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void point() {
        TOLD.clear();
        INSTANCE.settings(new JsonObject()
                .put(
                        "properties",
                        new JsonObject()
                                .put(Webhook.URL, "http://localhost:" + port)
                                .put(Webhook.SECRET, SECRET))
                .encode());
    }

    @Test
    void aChangedTicketIsToldOfWithNothingOfWhatIsInIt() throws InterruptedException {
        var made = INSTANCE.create(new JsonObject().put("short_description", "Secret"));
        var incident = made.result();

        INSTANCE.patch(
                Planted.INCIDENT + "/" + incident.getString("sys_id"), "{\"short_description\": \"Top secret\"}");

        var told = told();
        assertThat(told.json())
                .isEqualTo(new JsonObject()
                        .put("table", "incident")
                        .put("sys_id", incident.getString("sys_id"))
                        .put("sys_updated_on", "2026-02-01 12:00:00"));
        assertThat(genuine(told)).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void aNoteIsAChange() throws InterruptedException {
        var incident = INSTANCE.create(new JsonObject()).result();

        INSTANCE.patch(Planted.INCIDENT + "/" + incident.getString("sys_id"), "{\"work_notes\": \"Found it\"}");

        assertThat(told().json().getString("sys_id")).isEqualTo(incident.getString("sys_id"));
    }

    @Test
    void onlyTicketsAreToldOfAndOnlyTheirChanges() throws InterruptedException {
        var user = INSTANCE.get("/api/now/table/sys_user?sysparm_limit=1").results();
        INSTANCE.call(
                        "PATCH",
                        "/api/now/table/sys_user/" + user.getJsonObject(0).getString("sys_id"))
                .as("admin", "admin")
                .body("{\"title\": \"Chief\"}")
                .send();
        var incident = INSTANCE.create(new JsonObject()).result();
        INSTANCE.patch(Planted.INCIDENT + "/" + incident.getString("sys_id"), "{\"urgency\": \"1\"}");

        assertThat(told().json().getString("table")).isEqualTo("incident");
        assertThat(TOLD).isEmpty();
    }

    @Test
    void theScriptThatShipsSendsTheSame() throws IOException, InterruptedException {
        var script = Files.readString(SCRIPT);
        var incident = INSTANCE.create(new JsonObject()).result();
        INSTANCE.patch(Planted.INCIDENT + "/" + incident.getString("sys_id"), "{\"urgency\": \"1\"}");
        var told = told();

        assertThat(all("setRequestHeader\\('(webhook-[a-z]+)'", script)).isEqualTo(told.signing());
        assertThat(all("(\\w+): current\\.", script))
                .isEqualTo(new TreeSet<>(told.json().fieldNames()));
        assertThat(all("getProperty\\('([a-z.]+)'\\)", script)).containsExactly(Webhook.SECRET, Webhook.URL);
        assertThat(script)
                .contains("'HmacSHA256', id + '.' + seconds + '.' + body)")
                .contains("'webhook-signature', 'v1,' + signature")
                .contains("secret.replace(/^whsec_/, '')");
    }

    private static TreeSet<String> all(String pattern, String text) {
        var found = new TreeSet<String>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Verdict genuine(Told told) {
        return Authenticity.judge(
                new io.nowbridge.webhook.Incoming(told.headers(), told.body()),
                List.of(new WebhookSecret(SECRET, RunningInstance.START)),
                WebhookAuthentication.SIGNATURE,
                RunningInstance.START);
    }

    private static Told told() throws InterruptedException {
        var told = TOLD.poll(10, TimeUnit.SECONDS);
        assertThat(told).as("what the instance tells").isNotNull();
        return told;
    }
}
