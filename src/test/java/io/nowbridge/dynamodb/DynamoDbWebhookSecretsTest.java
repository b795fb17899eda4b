package io.nowbridge.dynamodb;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.connection.ConnectionFixtures.rotated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.vault.KeyFile;
import io.nowbridge.vault.Vault;
import io.nowbridge.vault.VaultException;
import io.nowbridge.vault.VaultException.Tampered;
import io.nowbridge.vault.Vaults;
import io.nowbridge.webhook.WebhookSecrets;
import io.nowbridge.webhook.WebhookSecretsContract;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbWebhookSecretsTest extends WebhookSecretsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @TempDir
    private Path directory;

    private KeyFile keys;
    private DynamoDbConnections connections;
    private DynamoDbWebhookSecrets secrets;

    @Override
    protected WebhookSecrets emptyStore() {
        TABLES.empty("nowbridge-connections", Set.of("pk", "sk"));
        TABLES.empty("nowbridge-credentials", Set.of("connectionId"));
        keys = new KeyFile(directory.resolve("keys"));
        connections =
                new DynamoDbConnections(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO), Vaults.of(keys));
        await(connections.add(connection("prod"), CREDENTIALS));
        await(connections.add(connection("test"), CREDENTIALS));
        secrets = store(Vaults.of(keys));
        return secrets;
    }

    @Test
    void disconnectingDestroysThemForWhoeverHadOpenedThem() {
        add(FIRST);
        add(SECOND);
        await(secrets.of(PROD));

        await(connections.disconnect(disconnected(connection("prod"))));

        assertThat(await(secrets.of(PROD))).isEmpty();
        assertThat(add(THIRD)).isFalse();
        assertThat(items()).noneMatch(item -> item.contains("prod"));
    }

    @Test
    void removingDestroysThem() {
        add(FIRST);

        await(connections.remove(connection("prod")));

        assertThat(items()).noneMatch(item -> item.contains("prod"));
    }

    @Test
    void newCredentialsLeaveThemAsTheyAre() {
        add(FIRST);

        await(connections.rotate(rotated(connection("prod")), CREDENTIALS));

        assertThat(await(secrets.of(PROD))).containsExactly(FIRST);
    }

    @Test
    void rewrappingAConnectionPutsThemUnderTheCurrentMasterKey() {
        add(FIRST);
        add(SECOND);
        var before = items();
        keys.rotate();

        assertThat(await(connections.rewrap(connection("prod")))).isTrue();

        assertThat(items())
                .doesNotContainAnyElementsOf(
                        before.stream().filter(item -> item.contains("prod")).toList());
        assertThat(await(store(Vaults.of(keys)).of(PROD))).containsExactly(SECOND, FIRST);
        assertThat(await(connections.rewrap(connection("prod")))).isFalse();
    }

    @Test
    void theTableShowsNoSecret() {
        add(FIRST);

        assertThat(items())
                .noneMatch(item -> item.contains(FIRST.value()))
                .anyMatch(item -> item.contains("prod#webhook"));
    }

    @Test
    void aSecretCopiedToAnotherConnectionDoesNotOpen() {
        add(FIRST);
        var copy = new HashMap<>(TABLES.client()
                .getItem(get -> get.tableName("nowbridge-credentials")
                        .key(Map.of("connectionId", AttributeValue.fromS("prod#webhook"))))
                .join()
                .item());
        copy.put("connectionId", AttributeValue.fromS("test#webhook"));
        TABLES.client()
                .putItem(put -> put.tableName("nowbridge-credentials").item(copy))
                .join();

        assertThatThrownBy(() -> await(secrets.of(TEST))).isInstanceOf(Tampered.class);
    }

    @Test
    void whatHasNotChangedIsOpenedOnce() {
        add(FIRST);
        await(secrets.of(PROD));
        directory.resolve("keys").toFile().delete();

        assertThat(await(secrets.of(PROD))).containsExactly(FIRST);
        assertThatThrownBy(() -> await(
                        store(Vaults.of(new KeyFile(directory.resolve("keys")))).of(PROD)))
                .isInstanceOf(VaultException.class);
    }

    private List<String> items() {
        return TABLES.items("nowbridge-credentials").stream()
                .map(Object::toString)
                .toList();
    }

    private static DynamoDbWebhookSecrets store(Vault vault) {
        return new DynamoDbWebhookSecrets(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO), vault);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
