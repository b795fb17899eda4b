package io.nowbridge.dynamodb;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** All that a query finds in a table, in its order: read consistently, a megabyte at a time, as it is consumed. */
final class FoundItems {

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    FoundItems(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Multi<Map<String, AttributeValue>> all(Consumer<QueryRequest.Builder> query) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<Map<String, AttributeValue>>(Map.of()),
                        last -> answer(query, last.get()).invoke(answer -> last.set(answer.lastEvaluatedKey())))
                .whilst(answer -> !answer.lastEvaluatedKey().isEmpty())
                .onItem()
                .transformToIterable(QueryResponse::items);
    }

    private Uni<QueryResponse> answer(Consumer<QueryRequest.Builder> query, Map<String, AttributeValue> last) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(request -> {
                    query.accept(request.tableName(table).consistentRead(true));
                    request.exclusiveStartKey(last.isEmpty() ? null : last);
                }));
    }
}
