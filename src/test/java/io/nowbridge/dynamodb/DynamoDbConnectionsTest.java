package io.nowbridge.dynamodb;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.NOW;
import static io.nowbridge.connection.ConnectionFixtures.OTHER_CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.setup.InMemorySetup.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.ConnectionsContract;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.setup.RewrapCredentials;
import io.nowbridge.vault.KeyFile;
import io.nowbridge.vault.VaultException.Tampered;
import io.nowbridge.vault.Vaults;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbConnectionsTest extends ConnectionsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @TempDir
    private Path directory;

    private KeyFile keys;

    @Override
    protected Connections emptyStore() {
        TABLES.empty("nowbridge-connections", Set.of("pk", "sk"));
        TABLES.empty("nowbridge-credentials", Set.of("connectionId"));
        keys = new KeyFile(directory.resolve("keys"));
        return store(TABLES.client());
    }

    @Test
    void credentialsThatWereCopiedToAnotherConnectionDoNotOpen() {
        var prod = connection("prod");
        var test = connection("test");
        connections.add(prod, CREDENTIALS).await().indefinitely();
        connections.add(test, OTHER_CREDENTIALS).await().indefinitely();

        copyCredentials("prod", "test");

        assertThatThrownBy(() -> connections.credentials(test).await().indefinitely())
                .isInstanceOf(Tampered.class);
        assertThat(connections.credentials(prod).await().indefinitely()).contains(CREDENTIALS);
    }

    @Test
    void credentialsOpenAfterTheMasterKeyWasRotated() {
        var prod = connection("prod");
        connections.add(prod, CREDENTIALS).await().indefinitely();

        keys.rotate();

        assertThat(connections.credentials(prod).await().indefinitely()).contains(CREDENTIALS);
    }

    @Test
    void whatAnInstanceReplacesATokenByIsKeptThoughTheConnectionIsBeingWrittenAtTheSameMoment() {
        var prod = connection("prod");
        connections.add(prod, CREDENTIALS).await().indefinitely();

        var kept = store(busyOnce()).refresh(prod, OTHER_CREDENTIALS).await().indefinitely();

        assertThat(kept).isTrue();
        assertThat(connections.credentials(prod).await().indefinitely()).contains(OTHER_CREDENTIALS);
    }

    @Test
    void rewrappingPutsCredentialsUnderTheCurrentMasterKeyOnce() {
        var prod = connection("prod");
        connections.add(prod, CREDENTIALS).await().indefinitely();
        var before = credentialsItem("prod");
        keys.rotate();

        var first = connections.rewrap(prod).await().indefinitely();
        var second = connections.rewrap(prod).await().indefinitely();

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(credentialsItem("prod").get("keyId")).isNotEqualTo(before.get("keyId"));
        assertThat(connections.credentials(prod).await().indefinitely()).contains(CREDENTIALS);
    }

    @Test
    void credentialsThatDoNotOpenLeaveNoOthersUnderTheOldKey() {
        Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")
                .forEach(id ->
                        connections.add(connection(id), CREDENTIALS).await().indefinitely());
        copyCredentials("l", "a");
        var old = credentialsItem("a").get("keyId");
        keys.rotate();
        var log = new ChangeLog(entry -> Uni.createFrom().voidItem(), () -> NOW, () -> "entry");

        var rewrapped = new RewrapCredentials(connections, log, () -> NOW)
                .run(MANAGER)
                .await()
                .indefinitely();

        assertThat(rewrapped.rewrapped()).isEqualTo(11);
        assertThat(rewrapped.failures()).extracting(Failure::subject).containsExactly("a");
        assertThat(TABLES.items("nowbridge-credentials"))
                .filteredOn(item -> item.get("keyId").equals(old))
                .hasSize(1);
    }

    private Connections store(DynamoDbAsyncClient client) {
        return new DynamoDbConnections(client, TABLES.config(Duration.ZERO, Duration.ZERO), Vaults.of(keys));
    }

    /** DynamoDB, of which somebody else holds an item when the first transaction comes. */
    private static DynamoDbAsyncClient busyOnce() {
        var busy = new AtomicBoolean(true);
        return (DynamoDbAsyncClient) Proxy.newProxyInstance(
                DynamoDbAsyncClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbAsyncClient.class},
                (proxy, method, arguments) -> method.getName().equals("transactWriteItems") && busy.getAndSet(false)
                        ? CompletableFuture.failedFuture(conflict())
                        : method.invoke(TABLES.client(), arguments));
    }

    private static TransactionCanceledException conflict() {
        return TransactionCanceledException.builder()
                .cancellationReasons(reason -> reason.code("None"), reason -> reason.code("TransactionConflict"))
                .build();
    }

    private static void copyCredentials(String from, String to) {
        var copy = new HashMap<>(credentialsItem(from));
        copy.put("connectionId", AttributeValue.fromS(to));
        TABLES.client()
                .putItem(put -> put.tableName("nowbridge-credentials").item(copy))
                .join();
    }

    private static Map<String, AttributeValue> credentialsItem(String connection) {
        return TABLES.items("nowbridge-credentials").stream()
                .filter(item -> item.get("connectionId").s().equals(connection))
                .findFirst()
                .orElseThrow();
    }
}
