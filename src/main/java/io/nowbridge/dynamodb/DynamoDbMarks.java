package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.sync.Marks;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Marks, one item each.
 *
 * <table>
 * <caption>Marks in the updates table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th><th>ttl</th></tr>
 * <tr><td>mark</td><td>{@code mark#<name>}</td><td>{@code mark}</td><td>{@code expiresAtEpochSeconds}, where it has an
 * end</td></tr>
 * </table>
 */
public final class DynamoDbMarks implements Marks {

    private static final String SK = "mark";
    private static final String VALUE = "value";
    private static final String EXPIRES = "expiresAtEpochSeconds";

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final KeyedItems items;

    public DynamoDbMarks(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.table = config.updates();
        this.items = new KeyedItems(dynamoDb, table);
    }

    @Override
    public Uni<Optional<String>> find(String name) {
        return items.find(pk(name), SK).map(found -> found.map(item -> text(item, VALUE)));
    }

    @Override
    public Uni<Void> keep(String name, String value, Optional<Instant> until) {
        return put(name, value, until, put -> {});
    }

    // The lost acknowledgement of our own write looks like somebody else's: whoever looks again finds it done.
    @Override
    public Uni<Boolean> replace(String name, Optional<String> before, String value, Optional<Instant> until) {
        return put(
                        name,
                        value,
                        until,
                        put -> before.ifPresentOrElse(
                                old -> put.conditionExpression("#value = :before")
                                        .expressionAttributeNames(Map.of("#value", VALUE))
                                        .expressionAttributeValues(Map.of(":before", text(old))),
                                () -> put.conditionExpression("attribute_not_exists(pk)")))
                .replaceWith(true)
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithItem(false);
    }

    private Uni<Void> put(
            String name, String value, Optional<Instant> until, Consumer<PutItemRequest.Builder> condition) {
        Map<String, AttributeValue> item = new HashMap<>(KeyedItems.key(pk(name), SK));
        item.put(VALUE, text(value));
        until.ifPresent(end -> item.put(EXPIRES, number(end.getEpochSecond())));
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.putItem(
                        put -> condition.accept(put.tableName(table).item(item))))
                .replaceWithVoid();
    }

    private static String pk(String name) {
        return "mark#" + name;
    }
}
