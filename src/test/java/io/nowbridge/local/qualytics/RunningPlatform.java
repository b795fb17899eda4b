package io.nowbridge.local.qualytics;

import io.nowbridge.http.Exchange;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stand-in on a free port for one test, and a client to call it with. Its JSON is written with single quotes. */
public final class RunningPlatform implements AfterEachCallback, AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final QualyticsStandIn standIn;

    public RunningPlatform() {
        this(Optional.empty());
    }

    RunningPlatform(Optional<Path> stateFile) {
        standIn = QualyticsStandIn.start(vertx, 0, stateFile, () -> NOW);
    }

    public URI uri() {
        return standIn.uri();
    }

    public Vertx vertx() {
        return vertx;
    }

    /** Calls with the token that may do all. */
    public Answer call(String method, String path, String body) {
        return callAs(QualyticsStandIn.TOKEN, method, path, body);
    }

    Answer callAs(String token, String method, String path, String body) {
        return send(request(method, path, body).header("Authorization", "Bearer " + token));
    }

    public Answer anonymous(String method, String path, String body) {
        return send(request(method, path, body));
    }

    /** Sends a form, as the page does. */
    Answer form(String path, String fields) {
        return send(HttpRequest.newBuilder(URI.create(uri() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** Makes it misbehave. */
    public void fault(String fault) {
        var answer = anonymous("POST", "/__faults", fault);
        if (answer.status() != 204) {
            throw new AssertionError(answer.body());
        }
    }

    /** The requests that came in by that method, as path and query. */
    public List<String> received(String method) {
        return new JsonArray(anonymous("GET", "/__requests", "").body())
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(request -> request.getString("method").equals(method))
                        .map(request -> request.getString("path") + "?" + request.getString("query"))
                        .toList();
    }

    /** An anomaly as the API shows it. */
    public JsonObject anomaly(int id) {
        return call("GET", "/api/anomalies/" + id, "").json();
    }

    /** An answer, whatever its status. */
    public record Answer(int status, String body) {

        public JsonObject json() {
            return new JsonObject(body);
        }

        List<Integer> ids() {
            return json().getJsonArray("items").stream()
                    .map(item -> ((JsonObject) item).getInteger("id"))
                    .toList();
        }
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(uri() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
    }

    private Answer send(HttpRequest.Builder request) {
        var response = Exchange.of(http, request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        standIn.close();
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
