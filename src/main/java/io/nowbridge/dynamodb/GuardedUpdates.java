package io.nowbridge.dynamodb;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Updates of single items under a condition. One that meets a transaction is asked again, as {@link Transactions} does: that
 * decides nothing.
 */
final class GuardedUpdates {

    private static final int CONFLICTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    GuardedUpdates(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** What became of an update. */
    sealed interface Answer {

        /** The item as it is now. */
        record Updated(Map<String, AttributeValue> item) implements Answer {}

        /** The condition did not hold; the item as it is, empty if there is none. */
        record Refused(Map<String, AttributeValue> item) implements Answer {}
    }

    Uni<Answer> update(Map<String, AttributeValue> key, Consumer<UpdateItemRequest.Builder> change) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> change.accept(update.tableName(table)
                        .key(key)
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))))
                .<Answer>map(updated -> new Answer.Updated(updated.attributes()))
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithItem(refused -> new Answer.Refused(refused.item()))
                .onFailure(TransactionConflictException.class)
                .retry()
                .withBackOff(PAUSE)
                .atMost(CONFLICTS);
    }
}
