package io.nowbridge.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.local.qualytics.QualyticsStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The connections to the stand-ins that every local run has, made through the API like any other. */
public final class DemoConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    // The first test meets two servers that have just been started, and may find them too slow.
    private static final int ATTEMPTS = 3;
    private static final Set<Integer> PASSING = Set.of(422, 503);

    private final URI gateway;
    private final String token;
    private final ObjectMapper json = new ObjectMapper();

    private DemoConnection(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Connects both as a Manager, unless something is connected already. */
    public static void ensure(URI gateway, URI issuer, URI serviceNow, URI qualytics) {
        try {
            var token = Token.issue(issuer, "local-setup", List.of("manager"), List.of());
            new DemoConnection(gateway, token).ensure(List.of(serviceNow(serviceNow), qualytics(qualytics)));
        } catch (IOException e) {
            throw new IllegalStateException("The demo connection cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo connection was not made in time", e);
        }
    }

    private void ensure(List<Map<String, Object>> forms) throws IOException, InterruptedException {
        var known = send("GET", BodyPublishers.noBody());
        if (known.statusCode() == 200
                && !json.readTree(known.body()).path("items").isEmpty()) {
            return;
        }
        for (var form : forms) {
            connect(form);
        }
    }

    private void connect(Map<String, Object> form) throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var made = send("POST", BodyPublishers.ofString(json.writeValueAsString(form)));
            if (made.statusCode() == 201) {
                return;
            }
            if (attempt == ATTEMPTS || !PASSING.contains(made.statusCode())) {
                throw new IOException("Connecting " + form.get("instanceUrl") + " answered " + made.statusCode() + ": "
                        + made.body());
            }
        }
    }

    private static Map<String, Object> qualytics(URI qualytics) {
        return Map.of(
                "type",
                "qualytics",
                "name",
                "Qualytics (local)",
                "instanceUrl",
                qualytics.toString(),
                "authentication",
                Map.of("type", "token", "token", QualyticsStandIn.TOKEN));
    }

    private static Map<String, Object> serviceNow(URI serviceNow) {
        return Map.of(
                "type",
                "servicenow",
                "name",
                "ServiceNow (local)",
                "instanceUrl",
                serviceNow.toString(),
                "authentication",
                Map.of("type", "basic", "username", "svc_nowbridge", "password", "nowbridge"));
    }

    private HttpResponse<String> send(String method, BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve("/connections"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
