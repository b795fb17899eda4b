package io.nowbridge.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./nowbridge replay}: has updates of tickets that were given up tried again, through the API, as a Manager. */
final class Replay {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Replay() {}

    public static void main(String[] line) throws InterruptedException {
        try {
            var arguments = Arguments.read(List.of(line), Set.of("id", "gateway", "identity"), Set.of("all"));
            var gateway = URI.create("http://localhost:" + arguments.port("gateway", Ports.DEFAULTS.gateway()));
            var issuer = IdentityProvider.issuer(arguments.port("identity", Ports.DEFAULTS.identity()));
            var token = Token.issue(issuer, "local-user", List.of("manager"), List.of());
            System.out.println(replay(gateway, token, order(arguments)));
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail("Nothing answers, or not well: start it with ./nowbridge up (" + e.getMessage() + ")");
        }
    }

    /** What the command line asks for, as the API takes it. */
    static Map<String, Object> order(Arguments arguments) {
        if (arguments.has("all") == arguments.has("id")) {
            throw new IllegalArgumentException(
                    "Which ones? --all, or --id <id> for each: GET /ticket-updates/dead lists them");
        }
        return arguments.has("all") ? Map.of("all", true) : Map.of("ids", arguments.all("id"));
    }

    static String replay(URI gateway, String token, Map<String, Object> order)
            throws IOException, InterruptedException {
        var json = new ObjectMapper();
        var request = HttpRequest.newBuilder(gateway.resolve("/ticket-updates/dead/replay"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(order)))
                .build();
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("it answered " + response.statusCode() + ": " + response.body());
            }
            return json.readTree(response.body()).required("replayed").asInt() + " on their way again";
        }
    }

    private static void fail(String reason) {
        System.err.println(reason);
        System.exit(1);
    }
}
