package io.nowbridge.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The rights of the team data-eng to the datastore Sales, so that a Member of it has something to work on. */
final class DemoAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    // Changed meanwhile: somebody has set them before, and knows why.
    private static final Set<Integer> DONE = Set.of(200, 412);

    private DemoAccess() {}

    /** Grants them through the API as a Manager, unless rights to that datastore have been set already. */
    static void ensure(URI gateway, URI issuer) {
        try (var http = HttpClient.newHttpClient()) {
            var token = Token.issue(issuer, "local-setup", List.of("manager"), List.of());
            var request = HttpRequest.newBuilder(gateway.resolve("/datastores/1/access"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("If-Match", "\"0\"")
                    .PUT(BodyPublishers.ofString("{\"teams\": {\"data-eng\": \"author\"}}"))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (!DONE.contains(answer.statusCode())) {
                throw new IllegalStateException(
                        "Granting rights answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The demo rights cannot be granted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo rights were not granted in time", e);
        }
    }
}
