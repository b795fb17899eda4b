package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/**
 * Counts entries by hour, operation and result as they are written.
 *
 * <p>Written after the entry, and apart from it: whoever dies between the two leaves an entry that is not counted, or is
 * counted with the result it had before, and since a repeat finds the entry as it writes it, that stays so. An answer that
 * is lost between DynamoDB and us may likewise cost an entry its count, or count it twice. So counts are for charts and for
 * seeing at a glance; the entries are the truth.
 */
final class ActivityCounters {

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig config;

    ActivityCounters(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
    }

    static String attribute(Operation operation, Result result) {
        return operation + ":" + result;
    }

    /** Counts an entry that has just been written, and no longer the one in whose place it is. */
    Uni<Void> count(Activity entry, PutItemResponse written) {
        var now = attribute(entry.operation(), entry.result());
        var before = written.hasAttributes() ? ofItem(written.attributes()) : "";
        if (now.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        var names = new HashMap<>(Map.of("#now", now));
        var values = new HashMap<>(
                Map.of(":one", number(1), ":expiry", ActivityItems.expiry(entry, config.activityMemory())));
        if (!before.isEmpty()) {
            names.put("#before", before);
            values.put(":less", number(-1));
        }
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> update.tableName(config.activity())
                        .key(KeyedItems.key(
                                ActivityKeys.counts(ActivityKeys.day(entry.at())), ActivityKeys.hour(entry.at())))
                        .updateExpression("SET expiresAtEpochSeconds = :expiry ADD #now :one"
                                + (before.isEmpty() ? "" : ", #before :less"))
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)))
                .replaceWithVoid();
    }

    private static String ofItem(Map<String, AttributeValue> item) {
        return attribute(Operation.valueOf(Attributes.text(item, ActivityItems.OPERATION)), ActivityItems.result(item));
    }
}
