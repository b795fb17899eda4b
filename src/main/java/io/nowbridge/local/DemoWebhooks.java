package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
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

/** What lets both stand-ins tell the local run of their changes: secrets made through the API like any other, and where to. */
public final class DemoWebhooks {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final URI gateway;
    private final String token;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    private DemoWebhooks(URI gateway, String token, HttpClient http) {
        this.gateway = gateway;
        this.token = token;
        this.http = http;
    }

    /** Makes a secret for each connection to a stand-in that has none, and hands it to the stand-in with the address. */
    public static void ensure(URI gateway, URI issuer, URI serviceNow, URI qualytics) {
        try (var http = HttpClient.newHttpClient()) {
            var token = Token.issue(issuer, "local-setup", List.of("manager"), List.of());
            new DemoWebhooks(gateway, token, http).ensure(serviceNow, qualytics);
        } catch (IOException e) {
            throw new IllegalStateException("The webhooks of the stand-ins cannot be set up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The webhooks of the stand-ins were not set up in time", e);
        }
    }

    private void ensure(URI serviceNow, URI qualytics) throws IOException, InterruptedException {
        for (var connection : api("GET", "/connections").path("items")) {
            var id = connection.path("id").asText();
            var secrets = "/connections/" + id + "/webhook-secrets";
            var instance = URI.create(connection.path("instanceUrl").asText());
            if (!List.of(serviceNow, qualytics).contains(instance)
                    || !api("GET", secrets).path("live").isEmpty()) {
                continue;
            }
            var secret = api("POST", secrets).path("secret").asText();
            if (instance.equals(serviceNow)) {
                tell("PUT", serviceNow.resolve("/__settings"), Map.of("properties", properties(id, secret)));
            } else {
                tell("POST", qualytics.resolve("/__flows"), flow(secret));
            }
        }
    }

    private Map<String, String> properties(String connection, String secret) {
        var url = gateway.resolve("/webhooks/tickets/" + connection);
        return Map.of("nowbridge.webhook.url", url.toString(), "nowbridge.webhook.secret", secret);
    }

    private Map<String, String> flow(String secret) {
        var url = gateway.resolve("/webhooks/anomalies/default");
        return Map.of("url", url.toString(), "secret", secret, "mode", "n8n");
    }

    private JsonNode api(String method, String path) throws IOException, InterruptedException {
        return send(request(gateway.resolve(path)).header("Authorization", "Bearer " + token), method, "");
    }

    private void tell(String method, URI standIn, Map<String, ?> order) throws IOException, InterruptedException {
        send(request(standIn), method, json.writeValueAsString(order));
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request, String method, String body)
            throws IOException, InterruptedException {
        var sent = request.method(method, BodyPublishers.ofString(body)).build();
        var answer = http.send(sent, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    method + " " + sent.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
