package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Calls of the API as a Manager, each with a new token: what they watch may last longer than one. */
final class ApiCalls implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI gateway;
    private final URI issuer;

    ApiCalls(URI gateway, URI issuer) {
        this.gateway = gateway;
        this.issuer = issuer;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(call("GET", path, "", "*").body());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return json.readTree(call("POST", path, body, "*").body());
    }

    /** The same for what has this revision, if it still has. */
    JsonNode post(String path, String body, long revision) throws IOException, InterruptedException {
        return json.readTree(call("POST", path, body, "\"" + revision + "\"").body());
    }

    /** Puts something other in the place of what there is. */
    void replace(String path, UnaryOperator<JsonNode> change) throws IOException, InterruptedException {
        var before = call("GET", path, "", "*");
        var after = change.apply(json.readTree(before.body()));
        call("PUT", path, after.toString(), before.headers().firstValue("ETag").orElseThrow());
    }

    /** Fails with what the API says, if it refuses. */
    private HttpResponse<String> call(String method, String path, String body, String revision)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Token.issue(issuer, "local-user", List.of("manager"), List.of()))
                .header("Content-Type", "application/json")
                .header("If-Match", revision)
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s answered %d: %s".formatted(method, path, answer.statusCode(), said(answer)));
        }
        return answer;
    }

    // A problem has words for people; whatever else answers is shown as it is.
    private String said(HttpResponse<String> answer) throws IOException {
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("problem+json")) {
            return answer.body();
        }
        var problem = json.readTree(answer.body());
        return problem.path("detail").asText() + ". "
                + problem.path("resolution").asText();
    }

    @Override
    public void close() {
        http.close();
    }
}
