package io.nowbridge.dynamodb;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts of any number of items of a table, of which no two have the same key, in no particular order. */
final class BatchedPuts {

    // What DynamoDB takes in one batch.
    private static final int BATCH = 25;
    private static final int CONCURRENCY = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    BatchedPuts(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Uni<Void> put(Stream<Map<String, AttributeValue>> items) {
        return Multi.createFrom()
                .items(items.map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build()))
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUni(this::write)
                .merge(CONCURRENCY)
                .onItem()
                .ignoreAsUni();
    }

    // DynamoDB may leave some unwritten: it writes no faster than the table allows.
    private Uni<Void> write(List<WriteRequest> batch) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(batch),
                        left -> put(left.get()).map(this::left).invoke(left::set))
                .withDelay(PAUSE)
                .until(List::isEmpty)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<BatchWriteItemResponse> put(List<WriteRequest> batch) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.batchWriteItem(write -> write.requestItems(Map.of(table, batch))));
    }

    private List<WriteRequest> left(BatchWriteItemResponse answer) {
        return answer.unprocessedItems().getOrDefault(table, List.of());
    }
}
