package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.anomaly.AnomalyId;
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

/** The index {@code byWaiting} of the anomalies table: events that are not done, in buckets, by when they were kept. */
final class WaitingEvents {

    /** The attribute that only an event has which is not done. */
    static final String WAITING = "waiting";

    private static final String WAITING_SINCE = "waitingSince";

    // One partition of an index takes 1,000 writes a second.
    private static final int BUCKETS = 8;

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    WaitingEvents(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** What puts an event into the index. */
    static Map<String, AttributeValue> mark(AnomalyId anomaly, Instant now) {
        return Map.of(
                WAITING, text(bucket(Math.floorMod(anomaly.hashCode(), BUCKETS))), WAITING_SINCE, text(since(now)));
    }

    /** The keys of up to {@code limit} that were kept before {@code before}, as far as the index knows, the oldest first. */
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
                        .expressionAttributeValues(
                                Map.of(":bucket", text(bucket(bucket)), ":before", text(since(before))))))
                .map(QueryResponse::items);
    }

    private static String bucket(int number) {
        return "event#" + number;
    }

    private static String since(Instant instant) {
        return "%013d".formatted(instant.toEpochMilli());
    }
}
