package io.nowbridge.local.servicenow;

import io.nowbridge.http.Exchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A request in the making. */
final class Outgoing {

    private final HttpClient client;
    private final HttpRequest.Builder request;
    private final String method;
    private byte[] body = {};

    Outgoing(HttpClient client, String method, URI uri) {
        this.client = client;
        this.method = method;
        this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
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
        var built = request.method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return new Incoming(Exchange.of(client, built, HttpResponse.BodyHandlers.ofByteArray()));
    }
}
