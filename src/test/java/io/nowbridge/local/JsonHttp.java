package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.http.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Calls servers that take and give JSON; whoever does not answer fails the test. */
final class JsonHttp implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    // As API Gateway's clients mostly do; HTTP/2 would hold 100 requests at once and no more.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> send(String method, URI uri, String body, Map<String, String> headers) {
        return Exchange.of(http, request(method, uri, body, headers), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendLater(
            String method, URI uri, String body, Map<String, String> headers) {
        return http.sendAsync(request(method, uri, body, headers), BodyHandlers.ofString());
    }

    /** Sends what cannot be refused; answers the JSON that comes back. */
    JsonNode order(String method, URI uri, String body, Map<String, String> headers) {
        var response = send(method, uri, body, headers);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(uri + " answered " + response.statusCode() + ": " + response.body());
        }
        return read(response.body());
    }

    /** The requests with that method and path prefix that a stand-in received. */
    Stream<JsonNode> requests(URI standIn, String method, String path) {
        return order("GET", standIn.resolve("/__requests"), "", Map.of())
                .valueStream()
                .filter(request -> request.path("method").asText().equals(method)
                        && request.path("path").asText().startsWith(path));
    }

    JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest request(String method, URI uri, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return request.build();
    }

    @Override
    public void close() {
        http.close();
    }
}
