package io.nowbridge.local.servicenow;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

/** A stand-in on a free port with a clock that the test turns, and a client to call it with. */
final class RunningInstance implements AutoCloseable {

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
        return new Outgoing(method, path)
                .as("svc_nowbridge", "nowbridge")
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    Incoming get(String path) {
        return call("GET", path).send();
    }

    Incoming post(String path, String body) {
        return call("POST", path).body(body).send();
    }

    Incoming patch(String path, String body) {
        return call("PATCH", path).body(body).send();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        standIn.close();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A request in the making. */
    final class Outgoing {

        private final HttpRequest.Builder request;
        private final String method;
        private byte[] body = {};

        Outgoing(String method, String path) {
            this.method = method;
            this.request = HttpRequest.newBuilder(URI.create(uri() + path)).timeout(Duration.ofSeconds(10));
        }

        Outgoing as(String user, String password) {
            var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }

        Outgoing asAdmin() {
            return as("admin", "admin");
        }

        Outgoing header(String name, String value) {
            request.setHeader(name, value);
            return this;
        }

        Outgoing body(String text) {
            return body(text.getBytes(StandardCharsets.UTF_8));
        }

        Outgoing body(byte[] bytes) {
            body = bytes;
            return this;
        }

        Incoming send() {
            try {
                var built = request.method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
                return new Incoming(client.send(built, HttpResponse.BodyHandlers.ofByteArray()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** What came back. */
    record Incoming(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        byte[] bytes() {
            return response.body();
        }

        String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        JsonObject json() {
            return new JsonObject(body());
        }

        JsonObject result() {
            return json().getJsonObject("result");
        }

        JsonArray results() {
            return json().getJsonArray("result");
        }

        /** The one field of the rows of a list. */
        List<Object> all(String field) {
            return results().stream()
                    .map(row -> ((JsonObject) row).getValue(field))
                    .toList();
        }
    }
}
