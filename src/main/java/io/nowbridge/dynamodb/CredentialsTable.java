package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.vault.Vault;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Sealed credentials, in a table of their own, so that few functions may read them and no backup keeps what was destroyed.
 * They are written in the transactions of their connections.
 *
 * <table>
 * <caption>The credentials table</caption>
 * <tr><th>entity</th><th>connectionId</th></tr>
 * <tr><td>sealed credentials with their wrapped data key</td><td>{@code <connection id>}</td></tr>
 * </table>
 */
final class CredentialsTable {

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final SealedCredentials sealing;
    private final Transactions transactions;

    CredentialsTable(DynamoDbAsyncClient dynamoDb, String table, Vault vault) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.sealing = new SealedCredentials(vault);
        this.transactions = new Transactions(dynamoDb);
    }

    Uni<Optional<Authentication>> read(Connection connection) {
        return find(connection.id())
                .flatMap(found -> found.map(
                                item -> sealing.open(connection, item).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Keeps the credentials of a connection that had none. */
    Uni<TransactWriteItem> keep(Connection connection, Authentication credentials) {
        return sealing.seal(connection, credentials)
                .map(item -> TransactWriteItem.builder()
                        .put(put -> put.tableName(table)
                                .item(item)
                                .conditionExpression("attribute_not_exists(connectionId)"))
                        .build());
    }

    /** Keeps credentials in the place of whatever was there. */
    Uni<TransactWriteItem> replace(Connection connection, Authentication credentials) {
        return sealing.seal(connection, credentials)
                .map(item -> TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(item))
                        .build());
    }

    TransactWriteItem destroy(ConnectionId connection) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key(connection)))
                .build();
    }

    /** Puts the credentials under the current master key; false where they were, or where there are none. */
    Uni<Boolean> rewrap(Connection connection) {
        return find(connection.id())
                .flatMap(found -> found.map(before -> sealing.rewrap(connection, before)
                                .flatMap(after -> after.equals(before) ? no() : rewrapped(before, after)))
                        .orElseGet(CredentialsTable::no));
    }

    // Not over credentials that were replaced meanwhile: those are under the current key.
    private Uni<Boolean> rewrapped(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        var wrappedKey = Attributes.binary(Attributes.bytes(before, SealedCredentials.WRAPPED_KEY));
        return transactions.writeIfUnchanged(List.of(TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(after)
                        .conditionExpression("wrappedKey = :before")
                        .expressionAttributeValues(Map.of(":before", wrappedKey)))
                .build()));
    }

    private Uni<Optional<Map<String, AttributeValue>>> find(ConnectionId connection) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.getItem(
                        get -> get.tableName(table).key(key(connection)).consistentRead(true)))
                .map(answer -> answer.hasItem() ? Optional.of(answer.item()) : Optional.empty());
    }

    private static Map<String, AttributeValue> key(ConnectionId connection) {
        return Map.of(SealedCredentials.CONNECTION, text(connection.value()));
    }

    private static Uni<Boolean> no() {
        return Uni.createFrom().item(false);
    }
}
