package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.vault.Sealed;
import io.nowbridge.vault.Vault;
import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Webhook secrets as attributes, each sealed for its connection and for being one. */
final class SealedWebhookSecret {

    private static final String CIPHERTEXT = "ciphertext";
    private static final String SINCE = "sinceEpochMillis";

    private final Vault vault;

    SealedWebhookSecret(Vault vault) {
        this.vault = vault;
    }

    Uni<Map<String, AttributeValue>> seal(ConnectionId connection, WebhookSecret secret) {
        return vault.seal(context(connection), secret.value().getBytes(UTF_8))
                .map(result -> toItem(result, secret.since()));
    }

    Uni<List<WebhookSecret>> open(ConnectionId connection, List<Map<String, AttributeValue>> items) {
        return each(
                items,
                item -> vault.open(context(connection), sealed(item)).map(secret -> {
                    try {
                        return new WebhookSecret(new String(secret, UTF_8), since(item));
                    } finally {
                        Arrays.fill(secret, (byte) 0);
                    }
                }));
    }

    /** The same secrets under the vault's current master key; the items themselves if they were. */
    Uni<List<Map<String, AttributeValue>>> rewrap(ConnectionId connection, List<Map<String, AttributeValue>> items) {
        return each(
                items,
                item -> vault.rewrap(context(connection), sealed(item)).map(after -> toItem(after, since(item))));
    }

    static Instant since(Map<String, AttributeValue> item) {
        return Instant.ofEpochMilli(Attributes.number(item, SINCE));
    }

    // Credentials are sealed for an id and an address: neither ever opens as the other.
    private static String context(ConnectionId connection) {
        return connection + " webhook";
    }

    private static <R> Uni<List<R>> each(
            List<Map<String, AttributeValue>> items, Function<Map<String, AttributeValue>, Uni<R>> work) {
        return items.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(items.stream().map(work).toList()).andFailFast();
    }

    private static Map<String, AttributeValue> toItem(Sealed sealed, Instant since) {
        return Map.of(
                SealedCredentials.KEY_ID,
                text(sealed.keyId()),
                SealedCredentials.WRAPPED_KEY,
                Attributes.binary(sealed.wrappedKey()),
                CIPHERTEXT,
                Attributes.binary(sealed.ciphertext()),
                SINCE,
                number(since.toEpochMilli()));
    }

    private static Sealed sealed(Map<String, AttributeValue> item) {
        return new Sealed(
                text(item, SealedCredentials.KEY_ID),
                Attributes.bytes(item, SealedCredentials.WRAPPED_KEY),
                Attributes.bytes(item, CIPHERTEXT));
    }
}
