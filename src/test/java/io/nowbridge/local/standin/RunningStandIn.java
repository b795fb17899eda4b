package io.nowbridge.local.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stand-in that gives one answer to everything, and a client to call it with; as good as new before each test. */
final class RunningStandIn implements BeforeEachCallback, AfterAllCallback {

    static final String ANSWER = "{\"result\":\"0123456789\"}";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private final StandIn standIn = StandIn.start(
            vertx, 0, InstantSource.fixed(Instant.parse("2026-01-05T09:00:00Z")), resets::incrementAndGet, context -> {
                handled.incrementAndGet();
                context.response().setStatusCode(201).end(ANSWER);
            });

    HttpClient client() {
        return client;
    }

    /** How many requests got past the faults. */
    int handled() {
        return handled.get();
    }

    /** How often the seed was restored. */
    int resets() {
        return resets.get();
    }

    JsonArray received() throws IOException, InterruptedException {
        return new JsonArray(send("GET", "/__requests", "").body());
    }

    JsonArray faults() throws IOException, InterruptedException {
        return new JsonArray(send("GET", "/__faults", "").body());
    }

    /** Arms a fault whose JSON is written with single quotes. */
    void arm(String fault) throws IOException, InterruptedException {
        var answer = send("POST", "/__faults", fault.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(method, path, body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(standIn.uri() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, InterruptedException {
        send("DELETE", "/__faults", "");
        send("DELETE", "/__requests", "");
        handled.set(0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        standIn.close();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
