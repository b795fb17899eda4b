package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Items of a table with the keys {@code pk} and {@code sk}, read consistently. */
final class KeyedItems {

    private static final String PK = "pk";
    private static final String SK = "sk";

    // What DynamoDB takes in one batch.
    private static final int BATCH = 25;

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    KeyedItems(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Uni<Optional<Map<String, AttributeValue>>> find(String pk, String sk) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of(PK, text(pk), SK, text(sk)))
                        .consistentRead(true)))
                .map(found -> found.hasItem() ? Optional.of(found.item()) : Optional.empty());
    }

    /** Those of a partition, by their sort key; the next page begins after the last one of this. */
    Uni<Page<Map<String, AttributeValue>>> page(String pk, PageRequest request, boolean ascending) {
        // One more than wanted, which tells whether there is another page.
        return query(pk, request.from(), request.size() + 1, ascending).map(items -> {
            if (items.size() <= request.size()) {
                return new Page<>(items, Optional.empty());
            }
            var wanted = items.subList(0, request.size());
            return new Page<>(wanted, Optional.of(text(wanted.getLast(), SK)));
        });
    }

    /** Deletes a partition. */
    Uni<Void> empty(String pk) {
        return query(pk, Optional.empty(), BATCH, true)
                .flatMap(items -> items.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : delete(items).flatMap(done -> empty(pk)));
    }

    // What a batch leaves undone is found by the next look.
    private Uni<Void> delete(List<Map<String, AttributeValue>> items) {
        var deletes = items.stream()
                .map(item -> Map.of(PK, text(text(item, PK)), SK, text(text(item, SK))))
                .map(key -> WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(key))
                        .build())
                .toList();
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.batchWriteItem(batch -> batch.requestItems(Map.of(table, deletes))))
                .replaceWithVoid();
    }

    private Uni<List<Map<String, AttributeValue>>> query(
            String pk, Optional<String> after, int limit, boolean ascending) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> {
                    query.tableName(table)
                            .consistentRead(true)
                            .limit(limit)
                            .scanIndexForward(ascending)
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", text(pk)));
                    after.ifPresent(last -> query.keyConditionExpression(
                                    "pk = :pk AND sk " + (ascending ? ">" : "<") + " :last")
                            .expressionAttributeValues(Map.of(":pk", text(pk), ":last", text(last))));
                }))
                .map(answer -> answer.items());
    }
}
