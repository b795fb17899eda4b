package io.nowbridge.dynamodb;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes that happen together or not at all.
 *
 * <p>Where somebody else is writing one of the same items, DynamoDB cancels a transaction before it has judged the
 * conditions. That decides nothing, so it is asked again: the conditions then say who came first.
 */
final class Transactions {

    private static final int CONFLICTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DynamoDbAsyncClient dynamoDb;

    Transactions(DynamoDbAsyncClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    Uni<Void> write(List<TransactWriteItem> transaction) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.transactWriteItems(write -> write.transactItems(transaction)))
                .replaceWithVoid()
                .onFailure(Transactions::isConflict)
                .retry()
                .withBackOff(PAUSE)
                .atMost(CONFLICTS);
    }

    /** The same; false where a condition did not hold. */
    Uni<Boolean> writeIfUnchanged(List<TransactWriteItem> transaction) {
        return write(transaction)
                .replaceWith(true)
                .onFailure(Transactions::isRefusal)
                .recoverWithItem(false);
    }

    /**
     * Puts an item in the place of the one with the revision {@code before}, or where that is 0, where there is none; false
     * where there is another one. A transaction of one, since its token lets a repeat after a lost answer succeed as the first
     * did.
     */
    Uni<Boolean> put(String table, Map<String, AttributeValue> item, long before) {
        return writeIfUnchanged(List.of(TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression(before == 0 ? "attribute_not_exists(pk)" : "revision = :before")
                        .expressionAttributeValues(before == 0 ? null : Map.of(":before", Attributes.number(before))))
                .build()));
    }

    /** Whether a transaction failed since one of its conditions did not hold. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof TransactionCanceledException cancelled
                && cancelled.cancellationReasons().stream().anyMatch(Transactions::isRefused);
    }

    static boolean isRefused(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof TransactionCanceledException cancelled
                && !isRefusal(cancelled)
                && cancelled.cancellationReasons().stream()
                        .anyMatch(reason -> "TransactionConflict".equals(reason.code()));
    }
}
