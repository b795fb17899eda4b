package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Items of a table with the keys {@code pk} and {@code sk}, read consistently. */
final class KeyedItems {

    private static final String PK = "pk";
    private static final String SK = "sk";

    // What DynamoDB takes in one batch of writes, and of reads.
    private static final int BATCH = 25;
    private static final int READ_BATCH = 100;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    KeyedItems(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(PK, text(pk), SK, text(sk));
    }

    /** The key of an item. */
    static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return key(text(item, PK), text(item, SK));
    }

    Uni<Optional<Map<String, AttributeValue>>> find(String pk, String sk) {
        return find(key(pk, sk));
    }

    Uni<Optional<Map<String, AttributeValue>>> find(Map<String, AttributeValue> key) {
        return Uni.createFrom()
                .completionStage(() ->
                        dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(true)))
                .map(found -> found.hasItem() ? Optional.of(found.item()) : Optional.empty());
    }

    /**
     * Those of a partition, by their sort key; the next page begins after the last one of this. Of large items a page has
     * fewer than were asked for, since DynamoDB reads 1 MB at a time.
     */
    Uni<Page<Map<String, AttributeValue>>> page(String pk, PageRequest request, boolean ascending) {
        // One more than wanted, which tells whether there is another page.
        return query(pk, request.from(), request.size() + 1, ascending).map(answer -> page(answer, request.size()));
    }

    private static Page<Map<String, AttributeValue>> page(QueryResponse answer, int size) {
        var wanted = answer.items().stream().limit(size).toList();
        var isLast = wanted.size() == answer.items().size()
                && answer.lastEvaluatedKey().isEmpty();
        return new Page<>(wanted, isLast ? Optional.empty() : Optional.of(text(wanted.getLast(), SK)));
    }

    /**
     * Those of a partition whose sort key begins with {@code prefix}, by what follows it, which is also how a page names
     * its place.
     */
    Uni<Page<Map<String, AttributeValue>>> page(String pk, String prefix, PageRequest request) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> {
                    query.tableName(table)
                            .consistentRead(true)
                            .limit(request.size() + 1)
                            .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                            .expressionAttributeValues(Map.of(":pk", text(pk), ":prefix", text(prefix)));
                    request.from().ifPresent(place -> query.exclusiveStartKey(key(pk, prefix + place)));
                }))
                .map(answer -> page(answer, request.size()))
                .map(page -> new Page<>(page.items(), page.next().map(sk -> sk.substring(prefix.length()))));
    }

    /** Those that are there, in no particular order. */
    Multi<Map<String, AttributeValue>> findAll(Collection<Map<String, AttributeValue>> keys) {
        return Multi.createFrom()
                .items(keys.stream().distinct())
                .group()
                .intoLists()
                .of(READ_BATCH)
                .onItem()
                .transformToMultiAndConcatenate(this::findBatch);
    }

    // DynamoDB may leave some unread: it reads 16 MB at a time, and no faster than the table allows.
    private Multi<Map<String, AttributeValue>> findBatch(List<Map<String, AttributeValue>> keys) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(keys),
                        unread -> read(unread.get()).invoke(answer -> unread.set(unread(answer))))
                .withDelay(PAUSE)
                .whilst(answer -> !unread(answer).isEmpty())
                .onItem()
                .transformToIterable(answer -> answer.responses().get(table));
    }

    private Uni<BatchGetItemResponse> read(List<Map<String, AttributeValue>> keys) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.batchGetItem(batch -> batch.requestItems(Map.of(
                        table,
                        KeysAndAttributes.builder()
                                .keys(keys)
                                .consistentRead(true)
                                .build()))));
    }

    private List<Map<String, AttributeValue>> unread(BatchGetItemResponse answer) {
        var left = answer.unprocessedKeys().get(table);
        return left == null ? List.of() : left.keys();
    }

    /** Deletes a partition. */
    Uni<Void> empty(String pk) {
        return Multi.createBy()
                .repeating()
                .uni(() -> query(pk, Optional.empty(), BATCH, true)
                        .map(QueryResponse::items)
                        .call(this::delete))
                .until(List::isEmpty)
                .onItem()
                .ignoreAsUni();
    }

    // What a batch leaves undone is found by the next look.
    private Uni<Void> delete(List<Map<String, AttributeValue>> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var deletes = items.stream()
                .map(KeyedItems::key)
                .map(key -> WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(key))
                        .build())
                .toList();
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.batchWriteItem(batch -> batch.requestItems(Map.of(table, deletes))))
                .replaceWithVoid();
    }

    private Uni<QueryResponse> query(String pk, Optional<String> after, int limit, boolean ascending) {
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
                }));
    }
}
