package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.webhook.WebhookIds;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Ids of webhooks that were taken.
 *
 * <table>
 * <caption>Webhooks in the claims table</caption>
 * <tr><th>entity</th><th>key</th><th>ttl</th></tr>
 * <tr><td>webhook that was taken</td><td>{@code webhook#<connection id>#<id>}</td><td>until it is stale</td></tr>
 * </table>
 *
 * <p>Taking is a transaction of one item: its token lets a repeat after a lost answer succeed as the first did.
 */
public final class DynamoDbWebhookIds implements WebhookIds {

    private final String table;
    private final Transactions transactions;

    public DynamoDbWebhookIds(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.table = config.claims();
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Uni<Boolean> take(ConnectionId connection, String id, Instant until) {
        return transactions.writeIfUnchanged(List.of(TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(Map.of(
                                "key",
                                text("webhook#" + connection + "#" + id),
                                "expiresAtEpochSeconds",
                                number(until.getEpochSecond() + 1)))
                        .conditionExpression("attribute_not_exists(#key)")
                        .expressionAttributeNames(Map.of("#key", "key")))
                .build()));
    }
}
