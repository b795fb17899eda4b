package io.nowbridge.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nowbridge.webhook.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Sends events of our own form to the webhook of the default source, each attempt signed anew. */
public final class EventSender implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<URI> gateway;
    private final String secret;
    private final InstantSource clock;

    /** To the gateway, wherever it is at the moment. */
    public EventSender(Supplier<URI> gateway, String secret, InstantSource clock) {
        this.gateway = gateway;
        this.secret = secret;
        this.clock = clock;
    }

    /** The status that it is answered with; fails if there is no answer. */
    public CompletableFuture<Integer> send(String body) {
        return http.sendAsync(signed(body), BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
    }

    private HttpRequest signed(String body) {
        var id = "msg_" + UUID.randomUUID();
        var now = clock.instant();
        return HttpRequest.newBuilder(gateway.get().resolve("/webhooks/anomalies/default"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Signature.ID, id)
                .header(Signature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(Signature.SIGNATURE, Signature.of(secret, id, now, body.getBytes(UTF_8)))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
