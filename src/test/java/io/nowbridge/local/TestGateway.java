package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A gateway on a free port, whose functions are what a test puts in their place, and its caller. */
final class TestGateway implements AutoCloseable {

    /** What the gateway's clock says. */
    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final TestIssuer issuer;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Gateway gateway;

    private TestGateway(TestIssuer issuer, List<Template.Function> functions) {
        this.issuer = issuer;
        var template = new Template(functions);
        var clock = InstantSource.fixed(NOW);
        var invocations = new Invocations(template, this::handler, clock);
        var issuerUri = URI.create(issuer.address());
        var console = new Console(
                Path.of("src/test/resources/console"), issuerUri, ConsoleHeaders.read(ConsoleHeaders.FILE, issuerUri));
        var own = new Gateway.Own(
                new Ticks(template, invocations, clock), console, new Downloads(Path.of("none"), clock));
        this.gateway = Gateway.start(vertx, 0, template, invocations, own, clock);
    }

    static TestGateway start() {
        try {
            var issuer = TestIssuer.start();
            var token = Optional.of(new Template.TokenRule(issuer.address(), Set.of("nowbridge")));
            return new TestGateway(
                    issuer,
                    List.of(
                            function("createTicket", 29_000, "POST", "/anomalies/{anomalyId}/tickets", token),
                            function("hook", 29_000, "POST", "/hook", Optional.empty()),
                            function("slow", 50, "GET", "/slow", Optional.empty()),
                            function("any", 29_000, "GET", "/things/{thing}", Optional.empty()),
                            function("one", 29_000, "GET", "/things/one", Optional.empty()),
                            new Template.Function(
                                    "sweep",
                                    "sweep",
                                    Duration.ofSeconds(29),
                                    Map.of(),
                                    List.of(new Template.Schedule(Duration.ofMinutes(1))))));
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException("The issuer does not start", e);
        }
    }

    void function(String name, Handler handler) {
        handlers.put(name, handler);
    }

    int port() {
        return gateway.port();
    }

    String issuer() {
        return issuer.address();
    }

    /** A token that expires in an hour. */
    String token() {
        return issuer.sign(new JWTClaimsSet.Builder()
                .issuer(issuer.address())
                .audience("nowbridge")
                .subject("ada")
                .expirationTime(Date.from(NOW.plus(Duration.ofHours(1))))
                .claim("roles", List.of("manager"))
                .claim("teams", List.of("data-eng", "ops"))
                .claim("admin", true)
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        gateway.close();
        issuer.close();
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Handler handler(String name) {
        return (JsonNode event, com.amazonaws.services.lambda.runtime.Context context) ->
                Objects.requireNonNull(handlers.get(name), name).handle(event, context);
    }

    private static Template.Function function(
            String name, int timeoutMillis, String method, String path, Optional<Template.TokenRule> token) {
        var route = new Template.Route(method, path, token);
        return new Template.Function(name, name, Duration.ofMillis(timeoutMillis), Map.of(), List.of(route));
    }
}
