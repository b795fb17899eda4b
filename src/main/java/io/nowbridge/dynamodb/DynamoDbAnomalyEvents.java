package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Events, in the partitions of their anomalies.
 *
 * <table>
 * <caption>Events in the anomalies table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th><th>index byWaiting</th><th>ttl</th></tr>
 * <tr><td>event that waits</td><td>{@code anomaly#<source>#<id>}</td><td>{@code event#<event id>}</td>
 * <td>{@code event#<0 to 7>}, when it was kept</td><td></td></tr>
 * <tr><td>event that is done</td><td>the same</td><td>the same</td><td></td><td>30 days</td></tr>
 * </table>
 */
public final class DynamoDbAnomalyEvents implements AnomalyEvents {

    // As long as a platform may repeat itself and be recognised.
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final int CONCURRENCY = 16;

    private record Found(Optional<AnomalyEvent> waiting, boolean isFresh) {}

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final KeyedItems items;
    private final WaitingItems index;

    public DynamoDbAnomalyEvents(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.table = config.anomalies();
        this.items = new KeyedItems(dynamoDb, table);
        this.index = new WaitingItems(dynamoDb, table, "event");
    }

    @Override
    public Uni<Kept> keep(List<AnomalyEvent> events, Instant now) {
        var puts = events.stream()
                .collect(Collectors.toMap(
                        DynamoDbAnomalyEvents::key,
                        event -> keep(event, now),
                        (first, repeat) -> first,
                        LinkedHashMap::new))
                .values();
        if (puts.isEmpty()) {
            return Uni.createFrom().item(new Kept(List.of(), 0));
        }
        return Uni.join()
                .all(List.copyOf(puts))
                .usingConcurrencyOf(CONCURRENCY)
                .andFailFast()
                .map(found -> new Kept(
                        found.stream()
                                .map(Found::waiting)
                                .flatMap(Optional::stream)
                                .toList(),
                        (int) found.stream().filter(Found::isFresh).count()));
    }

    private Uni<Found> keep(AnomalyEvent event, Instant now) {
        var item = AnomalyEventItems.of(event);
        item.putAll(key(event));
        item.putAll(index.mark(event.anomaly().id(), now));
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.putItem(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .map(kept -> new Found(Optional.of(event), true))
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithItem(refusal -> new Found(waiting(refusal.item()), false));
    }

    @Override
    public Uni<Optional<AnomalyEvent>> pending(AnomalyId anomaly, String event) {
        return items.find(AnomalyItems.partition(anomaly), sortKey(event))
                .map(found -> found.flatMap(DynamoDbAnomalyEvents::waiting));
    }

    @Override
    public Uni<Void> done(AnomalyEvent event, Instant now) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> update.tableName(table)
                        .key(key(event))
                        .updateExpression("SET expiresAtEpochSeconds = :expires REMOVE waiting, waitingSince")
                        .conditionExpression("attribute_exists(waiting)")
                        .expressionAttributeValues(
                                Map.of(":expires", number(now.plus(MEMORY).getEpochSecond())))))
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    // The index may be behind: whether they still wait, their own items say.
    @Override
    public Uni<List<Left>> leftBehind(Instant before, int limit) {
        return index.oldest(before, limit)
                .onItem()
                .<Map<String, AttributeValue>>disjoint()
                .onItem()
                .transformToUniAndConcatenate(key -> items.find(text(key, "pk"), text(key, "sk")))
                .map(found -> found.flatMap(DynamoDbAnomalyEvents::left))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private static Optional<AnomalyEvent> waiting(Map<String, AttributeValue> item) {
        return left(item).map(Left::event);
    }

    private static Optional<Left> left(Map<String, AttributeValue> item) {
        return item.containsKey(WaitingItems.WAITING)
                ? Optional.of(new Left(AnomalyEventItems.event(item), WaitingItems.since(item)))
                : Optional.empty();
    }

    private static Map<String, AttributeValue> key(AnomalyEvent event) {
        return KeyedItems.key(AnomalyItems.partition(event.anomaly().id()), sortKey(event.id()));
    }

    private static String sortKey(String event) {
        return "event#" + event;
    }
}
