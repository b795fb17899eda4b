package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Defaults;
import io.nowbridge.connection.Health;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.vault.Vault;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Connections and defaults; the credentials are in {@link CredentialsTable}, and go together with the webhook secrets.
 *
 * <table>
 * <caption>The connections table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th></tr>
 * <tr><td>connection</td><td>{@code connections}</td><td>{@code <connection id>}</td></tr>
 * <tr><td>defaults</td><td>{@code defaults}</td><td>{@code defaults}</td></tr>
 * </table>
 *
 * <p>Every change is a transaction, even of one item: the SDK's token lets a repeat after a lost answer succeed as the first
 * did, where a plain conditional write would meet its own work and call it somebody else's.
 */
public final class DynamoDbConnections implements Connections {

    private static final String CONNECTIONS = "connections";
    private static final String DEFAULTS = "defaults";

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig tables;
    private final KeyedItems items;
    private final CredentialsTable credentials;
    private final DynamoDbWebhookSecrets webhookSecrets;
    private final Transactions transactions;

    public DynamoDbConnections(DynamoDbAsyncClient dynamoDb, TableConfig tables, Vault vault) {
        this.dynamoDb = dynamoDb;
        this.tables = tables;
        this.items = new KeyedItems(dynamoDb, tables.connections());
        this.credentials = new CredentialsTable(dynamoDb, tables.credentials(), vault);
        this.webhookSecrets = new DynamoDbWebhookSecrets(dynamoDb, tables, vault);
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Uni<Page<Connection>> page(PageRequest request) {
        return items.page(CONNECTIONS, request, true).map(page -> page.map(ConnectionItems::connection));
    }

    @Override
    public Uni<Optional<Connection>> find(ConnectionId id) {
        return items.find(CONNECTIONS, id.value()).map(found -> found.map(ConnectionItems::connection));
    }

    @Override
    public Uni<Void> add(Connection connection, Authentication secret) {
        var addition = TransactWriteItem.builder()
                .put(put -> put.tableName(tables.connections())
                        .item(item(connection))
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
        return credentials
                .keep(connection, secret)
                .flatMap(kept -> transactions.writeIfUnchanged(List.of(addition, kept)))
                .invoke(done -> {
                    if (!done) {
                        throw new IllegalStateException("the new connection's id is taken: " + connection.id());
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> change(Connection changed) {
        return transactions.writeIfUnchanged(List.of(edit(changed)));
    }

    @Override
    public Uni<Boolean> rotate(Connection changed, Authentication secret) {
        return credentials
                .replace(changed, secret)
                .flatMap(replaced -> transactions.writeIfUnchanged(List.of(replacement(changed), replaced)));
    }

    @Override
    public Uni<Boolean> disconnect(Connection changed) {
        return transactions.writeIfUnchanged(
                List.of(replacement(changed), credentials.destroy(changed.id()), webhookSecrets.destroy(changed.id())));
    }

    @Override
    public Uni<Boolean> remove(Connection connection) {
        var removal = TransactWriteItem.builder()
                .delete(delete -> delete.tableName(tables.connections())
                        .key(key(connection.id()))
                        .conditionExpression("revision = :revision")
                        .expressionAttributeValues(Map.of(":revision", number(connection.revision()))))
                .build();
        return transactions.writeIfUnchanged(
                List.of(removal, credentials.destroy(connection.id()), webhookSecrets.destroy(connection.id())));
    }

    @Override
    public Uni<Void> note(Connection tested, Health health) {
        return tested.credentials()
                .map(known -> note(tested.id(), known, health))
                // It had none when it was read: those that were tested came later.
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> note(ConnectionId id, CredentialsInfo tested, Health health) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> update.tableName(tables.connections())
                        .key(key(id))
                        .updateExpression("SET health = :health")
                        .conditionExpression("credentialsChangedAtEpochMillis = :credentialsChanged")
                        .expressionAttributeValues(Map.of(
                                ":health",
                                AttributeValue.fromM(ConnectionItems.of(health)),
                                ":credentialsChanged",
                                number(tested.changedAt().toEpochMilli())))))
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Authentication>> credentials(Connection connection) {
        return credentials.read(connection);
    }

    @Override
    public Uni<Boolean> refresh(Connection connection, Authentication secret) {
        var readWith = connection.credentials().orElseThrow();
        var unchanged = TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(tables.connections())
                        .key(key(connection.id()))
                        .conditionExpression("credentialsChangedAtEpochMillis = :changed")
                        .expressionAttributeValues(
                                Map.of(":changed", number(readWith.changedAt().toEpochMilli()))))
                .build();
        return credentials
                .replace(connection, secret)
                .flatMap(replaced -> transactions.writeIfUnchanged(List.of(unchanged, replaced)));
    }

    @Override
    public Uni<Boolean> rewrap(Connection connection) {
        return credentials
                .rewrap(connection)
                .flatMap(done -> webhookSecrets.rewrap(connection.id()).map(alsoDone -> done || alsoDone));
    }

    @Override
    public Uni<Defaults> defaults() {
        return items.find(DEFAULTS, DEFAULTS)
                .map(found -> found.map(ConnectionItems::defaults).orElse(Defaults.NONE));
    }

    @Override
    public Uni<Boolean> change(Defaults changed) {
        var item = ConnectionItems.of(changed);
        item.putAll(KeyedItems.key(DEFAULTS, DEFAULTS));
        return transactions.writeIfUnchanged(List.of(TransactWriteItem.builder()
                .put(put -> put.tableName(tables.connections())
                        .item(item)
                        .conditionExpression(
                                changed.revision() == 1 ? "attribute_not_exists(pk)" : "revision = :before")
                        .expressionAttributeValues(
                                changed.revision() == 1 ? null : Map.of(":before", number(changed.revision() - 1))))
                .build()));
    }

    // Not the whole item: its health may have been noted since it was read.
    private TransactWriteItem edit(Connection changed) {
        var item = ConnectionItems.of(changed);
        var names = ConnectionItems.EDITED.stream().collect(toMap(name -> "#" + name, name -> name));
        var values = new HashMap<>(Map.of(":before", number(changed.revision() - 1)));
        ConnectionItems.EDITED.forEach(name -> values.put(":" + name, item.get(name)));
        return TransactWriteItem.builder()
                .update(update -> update.tableName(tables.connections())
                        .key(key(changed.id()))
                        .updateExpression(ConnectionItems.EDITED.stream()
                                .map(name -> "#" + name + " = :" + name)
                                .collect(joining(", ", "SET ", "")))
                        .conditionExpression("#" + ConnectionItems.REVISION + " = :before")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    private TransactWriteItem replacement(Connection changed) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(tables.connections())
                        .item(item(changed))
                        .conditionExpression("revision = :before")
                        .expressionAttributeValues(Map.of(":before", number(changed.revision() - 1))))
                .build();
    }

    private static Map<String, AttributeValue> item(Connection connection) {
        var item = new HashMap<>(ConnectionItems.of(connection));
        item.putAll(key(connection.id()));
        return item;
    }

    static Map<String, AttributeValue> key(ConnectionId id) {
        return KeyedItems.key(CONNECTIONS, id.value());
    }
}
