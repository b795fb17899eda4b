package io.nowbridge.local.servicenow;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A stand-in on a free port with a clock that the test turns, and a client to call it with. As an extension it is as
 * good as new before each test and ends with the class.
 */
final class RunningInstance implements BeforeEachCallback, AfterAllCallback, AutoCloseable {

    static final Instant START = Instant.parse("2026-02-01T12:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final ServiceNowStandIn standIn;

    RunningInstance() {
        this(Optional.empty(), List.of());
    }

    RunningInstance(Optional<Path> stateFile, List<Path> seeds) {
        standIn = ServiceNowStandIn.start(vertx, 0, stateFile, seeds, now::get, new SplittableRandom(1));
    }

    URI uri() {
        return standIn.uri();
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    void reset() {
        now.set(START);
        call("POST", "/__reset").send();
        call("DELETE", "/__faults").send();
    }

    void settings(String json) {
        var answer = call("PUT", "/__settings").body(json).send();
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** A call by the integration user that accepts and brings JSON. */
    Outgoing call(String method, String path) {
        return anonymous(method, path)
                .as("svc_nowbridge", "nowbridge")
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    /** A call by nobody, which carries no header of its own. */
    Outgoing anonymous(String method, String path) {
        return new Outgoing(client, method, URI.create(uri() + path));
    }

    Incoming get(String path) {
        return call("GET", path).send();
    }

    Incoming post(String path, String body) {
        return call("POST", path).body(body).send();
    }

    /** Creates an incident. */
    Incoming create(JsonObject incident) {
        return post(Planted.INCIDENT, incident.encode());
    }

    Incoming patch(String path, String body) {
        return call("PATCH", path).body(body).send();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        standIn.close();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
