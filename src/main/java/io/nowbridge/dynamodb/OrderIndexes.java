package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderId;
import io.nowbridge.order.Orders.Filter;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Finds orders by the indexes of their table, which come a moment after the orders themselves. */
final class OrderIndexes {

    private final DynamoDbAsyncClient dynamoDb;
    private final FoundItems found;
    private final String table;

    OrderIndexes(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.found = new FoundItems(dynamoDb, table);
        this.table = table;
    }

    /** A part of an index that is sorted by when orders were created. */
    private record Partition(String index, String attribute, String value) {}

    /**
     * Those for which something is to be done, the longest overdue first: of one stage read as they are consumed, since many may
     * wait for a distributor that may be asked for few of them; of several, which have to be sorted, at once.
     */
    Multi<OrderId> due(Set<Stage> stages, Instant now) {
        return stages.size() == 1 ? due(stages.iterator().next(), now).map(OrderKeys::order) : allDue(stages, now);
    }

    private Multi<OrderId> allDue(Set<Stage> stages, Instant now) {
        return Multi.createFrom()
                .iterable(stages)
                .onItem()
                .transformToMultiAndMerge(stage -> due(stage, now))
                .collect()
                .asList()
                .onItem()
                .transformToMulti(places -> Multi.createFrom()
                        .items(places.stream().sorted(Comparator.comparing(place -> text(place, OrderItems.DUE)))))
                .map(OrderKeys::order);
    }

    private Multi<Map<String, AttributeValue>> due(Stage stage, Instant now) {
        return found.all(query -> query.indexName("byDue")
                .consistentRead(false)
                .keyConditionExpression("#stage = :stage AND #due <= :now")
                .expressionAttributeNames(Map.of("#stage", OrderItems.STAGE, "#due", OrderItems.DUE))
                .expressionAttributeValues(Map.of(":stage", text(stage.name()), ":now", text(OrderKeys.time(now)))));
    }

    /** Those that are wanted, newest first; some of them may be in another stage by now. */
    Uni<Page<OrderId>> page(ConnectionId desk, Filter filter, PageRequest request) {
        return Multi.createFrom()
                .items(partitions(desk, filter))
                .onItem()
                .transformToUniAndMerge(partition -> newest(partition, request))
                .onItem()
                .<Map<String, AttributeValue>>transformToIterable(QueryResponse::items)
                .collect()
                .asList()
                .map(places -> page(places, request.size()));
    }

    private static Stream<Partition> partitions(ConnectionId desk, Filter filter) {
        if (filter.number().isPresent()) {
            var numbered = OrderKeys.ofNumber(desk, filter.number().get());
            return Stream.of(
                    new Partition("byNumber", OrderItems.DESK_NUMBER, numbered),
                    new Partition("byDistributorNumber", OrderItems.DESK_DISTRIBUTOR_NUMBER, numbered));
        }
        return filter.stages().isEmpty()
                ? Stream.of(new Partition("byDesk", OrderItems.DESK, desk.value()))
                : filter.stages().stream()
                        .map(stage -> new Partition("byStage", OrderItems.DESK_STAGE, OrderKeys.inStage(desk, stage)));
    }

    // One more than wanted, which tells whether there is another page.
    private Uni<QueryResponse> newest(Partition partition, PageRequest request) {
        var later = request.from().orElse(OrderKeys.LAST);
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> query.tableName(table)
                        .indexName(partition.index())
                        .scanIndexForward(false)
                        .limit(request.size() + 1)
                        .keyConditionExpression("#partition = :partition AND #made < :later")
                        .expressionAttributeNames(Map.of("#partition", partition.attribute(), "#made", OrderItems.MADE))
                        .expressionAttributeValues(
                                Map.of(":partition", text(partition.value()), ":later", text(later)))));
    }

    private static Page<OrderId> page(List<Map<String, AttributeValue>> places, int size) {
        var newestFirst = places.stream()
                .map(place -> text(place, OrderItems.MADE))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        var wanted = newestFirst.stream().limit(size).toList();
        return new Page<>(
                wanted.stream().map(OrderKeys::made).toList(),
                wanted.size() == newestFirst.size() ? Optional.empty() : Optional.of(wanted.getLast()));
    }
}
