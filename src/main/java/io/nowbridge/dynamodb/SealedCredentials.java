package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.vault.Sealed;
import io.nowbridge.vault.Vault;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Credentials as items, sealed for their connection and its instance. */
final class SealedCredentials {

    static final String CONNECTION = "connectionId";
    static final String KEY_ID = "keyId";
    static final String WRAPPED_KEY = "wrappedKey";

    private static final String CIPHERTEXT = "ciphertext";
    private static final String SCHEME = "scheme";

    private final Vault vault;
    private final ObjectMapper json = new ObjectMapper();

    SealedCredentials(Vault vault) {
        this.vault = vault;
    }

    Uni<Map<String, AttributeValue>> seal(Connection connection, Authentication credentials) {
        var secret = bytes(credentials);
        return vault.seal(context(connection), secret)
                .onTermination()
                .invoke(() -> Arrays.fill(secret, (byte) 0))
                .map(result -> item(connection, result));
    }

    Uni<Authentication> open(Connection connection, Map<String, AttributeValue> item) {
        return vault.open(context(connection), sealed(item)).map(secret -> {
            try {
                return authentication(secret);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        });
    }

    /** The same credentials under the vault's current master key; the item itself if they were. */
    Uni<Map<String, AttributeValue>> rewrap(Connection connection, Map<String, AttributeValue> item) {
        var before = sealed(item);
        return vault.rewrap(context(connection), before)
                .map(after -> after.equals(before) ? item : item(connection, after));
    }

    // With the instance, or whoever may write the connections table could have the credentials sent to a host of his
    // own.
    private static String context(Connection connection) {
        return connection.id() + " " + connection.instance();
    }

    private static Map<String, AttributeValue> item(Connection connection, Sealed sealed) {
        var item = new HashMap<String, AttributeValue>();
        item.put(CONNECTION, text(connection.id().value()));
        item.put(KEY_ID, text(sealed.keyId()));
        item.put(WRAPPED_KEY, Attributes.binary(sealed.wrappedKey()));
        item.put(CIPHERTEXT, Attributes.binary(sealed.ciphertext()));
        return item;
    }

    private static Sealed sealed(Map<String, AttributeValue> item) {
        return new Sealed(text(item, KEY_ID), Attributes.bytes(item, WRAPPED_KEY), Attributes.bytes(item, CIPHERTEXT));
    }

    private byte[] bytes(Authentication credentials) {
        var values = new HashMap<>(credentials.values());
        try {
            return json.writeValueAsBytes(Map.of(SCHEME, credentials.scheme(), "values", values));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Authentication authentication(byte[] secret) {
        try {
            var document = json.readTree(secret);
            var values = new TreeMap<String, String>();
            document.required("values")
                    .properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            return new Authentication(document.required(SCHEME).asText(), values);
        } catch (IOException e) {
            // Without its cause, which might quote what it could not read.
            throw new IllegalStateException("credentials were opened, but are not what was sealed");
        }
    }
}
