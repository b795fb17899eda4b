package io.nowbridge.dynamodb;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.vault.KeyFile;
import io.nowbridge.vault.VaultException.Tampered;
import io.nowbridge.vault.Vaults;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SealedCredentialsTest {

    private static final Connection PROD = connection("prod");
    private static final Connection TEST = connection("test");

    @TempDir
    private Path directory;

    private KeyFile keys;
    private SealedCredentials sealing;

    @BeforeEach
    void makeKeys() {
        keys = new KeyFile(directory.resolve("keys"));
        sealing = new SealedCredentials(Vaults.of(keys));
    }

    @Test
    void everyCharacterOfTheCredentialsComesBack() {
        var odd = Authentication.of("basic", Map.of("username", "jürgen", "password", "\"\\\n\u0000:{}€😀 "));

        var item = await(sealing.seal(PROD, odd));

        assertThat(await(sealing.open(PROD, item))).isEqualTo(odd);
    }

    @Test
    void anItemShowsWhoseItIsAndNoMore() {
        var item = await(sealing.seal(PROD, CREDENTIALS));

        assertThat(item).containsOnlyKeys("connectionId", "keyId", "wrappedKey", "ciphertext");
        assertThat(item).containsEntry("connectionId", AttributeValue.fromS("prod"));
    }

    @Test
    void theSameCredentialsAreSealedAnewEachTime() {
        var one = await(sealing.seal(PROD, CREDENTIALS));
        var two = await(sealing.seal(PROD, CREDENTIALS));

        assertThat(one.get("ciphertext")).isNotEqualTo(two.get("ciphertext"));
        assertThat(one.get("wrappedKey")).isNotEqualTo(two.get("wrappedKey"));
    }

    @Test
    void anItemOpensForItsConnectionOnly() {
        var item = await(sealing.seal(PROD, CREDENTIALS));

        assertThatThrownBy(() -> await(sealing.open(TEST, item))).isInstanceOf(Tampered.class);
    }

    @Test
    void theCiphertextOfOneItemIsNotOpenedByTheKeyOfAnother() {
        var mixed = new HashMap<>(await(sealing.seal(PROD, CREDENTIALS)));
        mixed.put("ciphertext", await(sealing.seal(PROD, CREDENTIALS)).get("ciphertext"));

        assertThatThrownBy(() -> await(sealing.open(PROD, mixed))).isInstanceOf(Tampered.class);
    }

    @Test
    void rewrappingPutsAnItemUnderTheCurrentMasterKey() {
        var item = await(sealing.seal(PROD, CREDENTIALS));
        keys.rotate();

        var rewrapped = await(sealing.rewrap(PROD, item));

        assertThat(rewrapped.get("keyId")).isNotEqualTo(item.get("keyId"));
        assertThat(rewrapped.get("wrappedKey")).isNotEqualTo(item.get("wrappedKey"));
        assertThat(rewrapped.get("ciphertext")).isEqualTo(item.get("ciphertext"));
        assertThat(await(sealing.open(PROD, rewrapped))).isEqualTo(CREDENTIALS);
    }

    @Test
    void anItemUnderTheCurrentMasterKeyIsLeftAsItIs() {
        var item = await(sealing.seal(PROD, CREDENTIALS));

        assertThat(await(sealing.rewrap(PROD, item))).isSameAs(item);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    @Test
    void credentialsDoNotOpenForAnotherInstanceOfTheSameConnection() {
        var item = await(sealing.seal(PROD, CREDENTIALS));
        var moved = moved(PROD, URI.create("https://evil.example"));

        assertThatThrownBy(() -> await(sealing.open(moved, item))).isInstanceOf(Tampered.class);
    }

    private static Connection moved(Connection connection, URI instance) {
        return new Connection(
                connection.id(),
                connection.type(),
                connection.name(),
                instance,
                connection.credentials(),
                connection.settings(),
                connection.enabled(),
                connection.health(),
                connection.created(),
                connection.changed(),
                connection.revision());
    }
}
