package io.nowbridge.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Webhooks as their senders make them. */
public final class WebhookFixtures {

    public static final Instant NOW = Instant.parse("2026-03-19T12:00:10Z");

    public static final String NEW = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public static final String OLD = "a-plain-secret-of-the-flow";

    private WebhookFixtures() {}

    public static WebhookSecret live(String value) {
        return new WebhookSecret(value, NOW.minusSeconds(3_600));
    }

    /** A message as the platform recorded it. */
    public static String recorded(String name) {
        try (var fixture = WebhookFixtures.class.getResourceAsStream("events/" + name)) {
            return new String(fixture.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Incoming plain(String body, String... headers) {
        var all = new HashMap<String, String>();
        for (var i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Incoming(all, body.getBytes(UTF_8));
    }

    public static Map<String, String> signature(String secret, String id, Instant at, String body) {
        return Map.of(
                Signature.ID, id,
                Signature.TIMESTAMP, Long.toString(at.getEpochSecond()),
                Signature.SIGNATURE, Signature.of(secret, id, at, body.getBytes(UTF_8)));
    }

    public static Incoming signed(String secret, String id, Instant at, String body) {
        return new Incoming(signature(secret, id, at, body), body.getBytes(UTF_8));
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
