package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.vault.Vault;
import io.nowbridge.webhook.WebhookSecrets;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Sealed webhook secrets, beside the credentials of their connections but under keys of their own, so that the functions that
 * check webhooks may read these and no credentials.
 *
 * <table>
 * <caption>Webhook secrets in the credentials table</caption>
 * <tr><th>entity</th><th>connectionId</th></tr>
 * <tr><td>a connection's sealed secrets, newest first</td><td>{@code <connection id>#webhook}</td></tr>
 * </table>
 *
 * <p>The item is read for every webhook, so that what was destroyed counts no more; it is opened only where it has changed.
 */
public final class DynamoDbWebhookSecrets implements WebhookSecrets {

    private static final String SECRETS = "secrets";

    /** Secrets as they are kept, and what was in them. */
    private record Opened(List<Map<String, AttributeValue>> kept, List<WebhookSecret> secrets) {}

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig tables;
    private final SealedWebhookSecret sealing;
    private final Transactions transactions;
    private final ConcurrentMap<ConnectionId, Opened> opened = new ConcurrentHashMap<>();

    public DynamoDbWebhookSecrets(DynamoDbAsyncClient dynamoDb, TableConfig tables, Vault vault) {
        this.dynamoDb = dynamoDb;
        this.tables = tables;
        this.sealing = new SealedWebhookSecret(vault);
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Uni<List<WebhookSecret>> of(ConnectionId connection) {
        return find(connection).flatMap(kept -> {
            var known = Optional.ofNullable(opened.get(connection))
                    .filter(before -> before.kept().equals(kept));
            return known.map(before -> Uni.createFrom().item(before.secrets())).orElseGet(() -> open(connection, kept));
        });
    }

    @Override
    public Uni<List<Instant>> since(ConnectionId connection) {
        return find(connection)
                .map(kept -> kept.stream().map(SealedWebhookSecret::since).toList());
    }

    @Override
    public Uni<Boolean> add(ConnectionId connection, WebhookSecret secret) {
        return find(connection)
                .flatMap(before -> before.size() >= MOST
                        ? Uni.createFrom().item(false)
                        : sealing.seal(connection, secret).flatMap(newest -> {
                            var after = new ArrayList<>(before);
                            after.addFirst(newest);
                            return transactions.writeIfUnchanged(
                                    List.of(isConnected(connection), replace(connection, before, after)));
                        }));
    }

    @Override
    public Uni<Boolean> retire(ConnectionId connection, Which which) {
        return find(connection)
                .flatMap(before -> before.size() < MOST
                        ? Uni.createFrom().item(true)
                        : transactions.writeIfUnchanged(List.of(replace(
                                connection,
                                before,
                                List.of(
                                        switch (which) {
                                            case OLDER -> before.getFirst();
                                            case NEWER -> before.getLast();
                                        })))));
    }

    /** Destroys all, in the transaction that takes the connection's credentials. */
    TransactWriteItem destroy(ConnectionId connection) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(tables.credentials()).key(key(connection)))
                .build();
    }

    /** Puts the secrets under the current master key; false where they were, or where there are none. */
    Uni<Boolean> rewrap(ConnectionId connection) {
        return find(connection)
                .flatMap(before -> sealing.rewrap(connection, before)
                        .flatMap(after -> after.equals(before)
                                ? Uni.createFrom().item(false)
                                : transactions.writeIfUnchanged(List.of(replace(connection, before, after)))));
    }

    private Uni<List<WebhookSecret>> open(ConnectionId connection, List<Map<String, AttributeValue>> kept) {
        return sealing.open(connection, kept).invoke(secrets -> opened.put(connection, new Opened(kept, secrets)));
    }

    private Uni<List<Map<String, AttributeValue>>> find(ConnectionId connection) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.getItem(get ->
                        get.tableName(tables.credentials()).key(key(connection)).consistentRead(true)))
                .map(found -> found.hasItem() ? Attributes.list(found.item(), SECRETS) : List.of());
    }

    private TransactWriteItem isConnected(ConnectionId connection) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(tables.connections())
                        .key(DynamoDbConnections.key(connection))
                        .conditionExpression("attribute_exists(credentialsChangedAtEpochMillis)"))
                .build();
    }

    private TransactWriteItem replace(
            ConnectionId connection,
            List<Map<String, AttributeValue>> before,
            List<Map<String, AttributeValue>> after) {
        var isFirst = before.isEmpty();
        return TransactWriteItem.builder()
                .put(put -> put.tableName(tables.credentials())
                        .item(Map.of(
                                SealedCredentials.CONNECTION, text(keyOf(connection)), SECRETS, Attributes.list(after)))
                        .conditionExpression(isFirst ? "attribute_not_exists(connectionId)" : "secrets = :before")
                        .expressionAttributeValues(isFirst ? null : Map.of(":before", Attributes.list(before))))
                .build();
    }

    private static Map<String, AttributeValue> key(ConnectionId connection) {
        return Map.of(SealedCredentials.CONNECTION, text(keyOf(connection)));
    }

    // No connection's id has this character, so no credentials have such a key.
    private static String keyOf(ConnectionId connection) {
        return connection + "#webhook";
    }
}
