package io.nowbridge.local.tdsynnex;

import io.nowbridge.http.Exchange;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stand-in on a free port for one test, and a client to call it with. Its JSON is written with single quotes. */
public final class RunningDistributor implements AfterEachCallback, AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    static final String FILE = "/files/" + TdSynnexStandIn.CUSTOMER_NUMBER + ".zip";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TdSynnexStandIn standIn;

    public RunningDistributor() {
        this(Optional.empty());
    }

    RunningDistributor(Optional<Path> stateFile) {
        this(stateFile, () -> NOW);
    }

    RunningDistributor(Optional<Path> stateFile, InstantSource clock) {
        standIn = TdSynnexStandIn.start(vertx, 0, stateFile, clock);
    }

    public URI uri() {
        return standIn.uri();
    }

    /** Says what is sold. */
    public JsonObject catalogue(String body) {
        return control("PUT", "/__catalogue", body);
    }

    public JsonObject nextDay() {
        return control("POST", "/__catalogue/next-day", "");
    }

    /** Makes it misbehave. */
    public void fault(String fault) {
        control("POST", "/__faults", fault);
    }

    /** Says how orders are treated. */
    public JsonObject rules(String body) {
        return control("PUT", "/__orders", body);
    }

    /** The truth about all orders. */
    public JsonObject orders() {
        return control("GET", "/__orders", "");
    }

    /** The truth about an order. */
    public JsonObject order(String number) {
        return control("GET", "/__orders/" + number, "");
    }

    /** Lets something happen to an order. */
    public JsonObject happen(String number, String event) {
        return control("POST", "/__orders/" + number, event);
    }

    /** Lets the next thing happen to an order. */
    public JsonObject advance(String number) {
        return control("POST", "/__orders/" + number + "/advance", "");
    }

    /** Lets a service for orders answer an error, in the body. */
    public void orderError(String error) {
        control("POST", "/__orders/errors", error);
    }

    /** The rows of the file there is now, each in its fields. */
    List<List<String>> rows(String user) {
        return text(file(user).body())
                .lines()
                .map(line -> List.of(line.split("~", -1)))
                .toList();
    }

    Answer file(String user) {
        return send(request("GET", FILE, "").header("Authorization", basic(user)));
    }

    Answer call(String method, String path, String body) {
        return send(request(method, path, body));
    }

    /** What the XML service answers. */
    String ask(String xml) {
        return call("POST", "/SynnexXML/PriceAvailability", xml).text();
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(uri() + path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body));
    }

    Answer send(HttpRequest.Builder request) {
        var answer = Exchange.of(http, request.build(), BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    /** An answer, whatever its status. */
    record Answer(int status, HttpHeaders headers, byte[] body) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonObject json() {
            return new JsonObject(text());
        }
    }

    static String basic(String user) {
        var both = user + ":" + TdSynnexStandIn.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** The one text in a zip. */
    static String text(byte[] zip) {
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            if (entries.getNextEntry() == null) {
                throw new AssertionError("The zip is empty");
            }
            return new String(entries.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject control(String method, String path, String body) {
        var answer = call(method, path, body.replace('\'', '"'));
        if (answer.status() >= 300) {
            throw new AssertionError(answer.text());
        }
        return answer.body().length == 0 ? new JsonObject() : answer.json();
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
