package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The index {@code byWaiting} of a table: items of one kind that are not done, in buckets, by since when they wait. */
final class WaitingItems {

    /** The attribute that only an item has which is not done. */
    static final String WAITING = "waiting";

    static final String WAITING_SINCE = "waitingSince";

    // One partition of an index takes 1,000 writes a second.
    private static final int BUCKETS = 8;

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final String kind;

    WaitingItems(DynamoDbAsyncClient dynamoDb, String table, String kind) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.kind = kind;
    }

    /** What puts an item into the index; those of one owner share a bucket. */
    Map<String, AttributeValue> mark(Object owner, Instant since) {
        return Map.of(WAITING, bucket(owner), WAITING_SINCE, since(since));
    }

    AttributeValue bucket(Object owner) {
        return text(bucket(Math.floorMod(owner.hashCode(), BUCKETS)));
    }

    static AttributeValue since(Instant instant) {
        return text("%013d".formatted(instant.toEpochMilli()));
    }

    /** Since when an item waits that does. */
    static Instant since(Map<String, AttributeValue> item) {
        return Instant.ofEpochMilli(Long.parseLong(text(item, WAITING_SINCE)));
    }

    /** The keys of up to {@code limit} that have waited since before {@code before}, as far as the index knows, the oldest first. */
    Uni<List<Map<String, AttributeValue>>> oldest(Instant before, int limit) {
        return Multi.createFrom()
                .items(IntStream.range(0, BUCKETS).boxed())
                .onItem()
                .transformToUni(bucket -> oldest(bucket, before, limit))
                .merge(BUCKETS)
                .onItem()
                .<Map<String, AttributeValue>>disjoint()
                .collect()
                .asList()
                .map(keys -> keys.stream()
                        .sorted(Comparator.comparing(key -> text(key, WAITING_SINCE)))
                        .limit(limit)
                        .toList());
    }

    private Uni<List<Map<String, AttributeValue>>> oldest(int bucket, Instant before, int limit) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> query.tableName(table)
                        .indexName("byWaiting")
                        .limit(limit)
                        .keyConditionExpression("waiting = :bucket AND waitingSince < :before")
                        .expressionAttributeValues(Map.of(":bucket", text(bucket(bucket)), ":before", since(before)))))
                .map(QueryResponse::items);
    }

    private String bucket(int number) {
        return kind + "#" + number;
    }
}
