package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** A world of its own to measure in, on free ports and in memory: what ships in its own process, and who talks to it. */
final class BenchWorld implements AutoCloseable {

    private static final Path PROJECT = Path.of("");
    private static final String USER =
            "Basic " + Base64.getEncoder().encodeToString("svc_nowbridge:nowbridge".getBytes(StandardCharsets.UTF_8));

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final World world = World.start(World.Options.passing());
    private final JavaProcess functions;
    private final URI gateway;
    private final String token;

    private BenchWorld() throws IOException, InterruptedException {
        functions = JavaProcess.start(program(world), line -> System.err.println("functions | " + line));
        gateway = URI.create(functions.whenReady().join());
        DemoConnection.ensure(gateway, world.issuer(), world.serviceNow(), world.qualytics());
        token = "Bearer " + world.token("manager");
    }

    static BenchWorld start() throws IOException, InterruptedException {
        return new BenchWorld();
    }

    private static JavaProcess.Program program(World world) {
        var issuer = world.issuer().toString();
        return new JavaProcess.Program(
                Functions.class,
                new FunctionZip(PROJECT).classPath("target" + File.separator + "local" + File.separator + "*"),
                PROJECT,
                world.settings(),
                Template.read(Template.FILE, Map.of("TokenIssuer", issuer)).environment(),
                List.of("--gateway", "0", "--issuer", issuer, "--sqs", Integer.toString(world.sqsPort())));
    }

    @Override
    public void close() {
        functions.close();
        world.close();
        http.close();
    }

    /** A sender that knows a new secret. */
    EventSender sender() {
        var platform = StreamSupport.stream(
                        call("GET", "/connections", "").path("items").spliterator(), false)
                .filter(connection -> connection.path("type").asText().equals("qualytics"))
                .findFirst()
                .orElseThrow();
        var secrets = "/connections/" + platform.path("id").asText() + "/webhook-secrets";
        return new EventSender(
                () -> gateway, call("POST", secrets, "").path("secret").asText(), Clock.systemUTC());
    }

    /** Opens a ticket for an anomaly; its {@code sys_id}. */
    String open(String anomaly) {
        var body = "{\"shortDescription\": \"%s\", \"caller\": \"abel.tuter\"}".formatted(anomaly);
        return call("POST", "/anomalies/" + anomaly + "/tickets", body)
                .at("/ticket/id")
                .asText();
    }

    /** The work notes of all tickets. */
    List<JsonNode> workNotes() {
        var uri = table("sys_journal_field?sysparm_query=element=work_notes&sysparm_limit=100000");
        var notes = requireSuccess(send(request("GET", uri, USER, "")).join());
        return StreamSupport.stream(read(notes).path("result").spliterator(), false)
                .toList();
    }

    /** How many work notes there are. */
    long noted() {
        var uri = table("sys_journal_field?sysparm_query=element=work_notes&sysparm_limit=1&sysparm_fields=sys_id");
        var notes = requireSuccess(send(request("GET", uri, USER, "")).join());
        return notes.headers().firstValueAsLong("x-total-count").orElseThrow();
    }

    /** Writes a work note as simply as can be. */
    CompletableFuture<Void> patch(String ticket, String note) {
        var body = "{\"work_notes\": \"%s\"}".formatted(note);
        return send(request("PATCH", table("incident/" + ticket + "?sysparm_fields=sys_id"), USER, body))
                .thenAccept(BenchWorld::requireSuccess);
    }

    /** How many calls the remote systems received since the last time. */
    long callsSinceLastTime() {
        return world.standIns().stream()
                .mapToLong(system -> {
                    var uri = system.resolve("/__requests/totals");
                    var totals = read(send(request("GET", uri, USER, "")).join());
                    send(request("DELETE", system.resolve("/__requests"), USER, ""))
                            .join();
                    return StreamSupport.stream(totals.spliterator(), false)
                            .mapToLong(JsonNode::asLong)
                            .sum();
                })
                .sum();
    }

    private URI table(String path) {
        return world.serviceNow().resolve("/api/now/table/" + path);
    }

    private JsonNode call(String method, String path, String body) {
        return read(requireSuccess(
                send(request(method, gateway.resolve(path), token, body)).join()));
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, URI uri, String authorization, String body) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<String> requireSuccess(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
