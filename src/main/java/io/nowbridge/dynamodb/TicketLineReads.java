package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import io.nowbridge.delivery.TicketUpdates.Whereabouts;
import io.nowbridge.paging.Page;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What stands in the updates table; all but what is due is read consistently. */
final class TicketLineReads {

    private static final String BY_DUE = "byDue";

    private final DynamoDbAsyncClient dynamoDb;
    private final KeyedItems items;
    private final String table;

    TicketLineReads(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.items = new KeyedItems(dynamoDb, table);
        this.table = table;
    }

    /** The place that the next update of a ticket gets. */
    Uni<Long> nextPlace(TicketRef ticket) {
        return items.find(TicketLineKeys.line(ticket), TicketLineKeys.HEAD)
                .map(found ->
                        found.map(head -> number(head, TicketLineWrites.NEXT)).orElse(0L));
    }

    Uni<Optional<Waiting>> first(TicketRef ticket) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> query.tableName(table)
                        .consistentRead(true)
                        .limit(1)
                        .keyConditionExpression("pk = :line AND begins_with(sk, :update)")
                        .expressionAttributeValues(Map.of(
                                ":line", text(TicketLineKeys.line(ticket)),
                                ":update", text(TicketLineKeys.UPDATE)))))
                .map(found -> found.items().stream().findFirst().map(TicketUpdateItems::waiting));
    }

    /** Where an update is: among the buried ones, or in its line. */
    Uni<Optional<Whereabouts>> whereabouts(String update) {
        var known = TicketLineKeys.known(update);
        return items.find(text(known, "pk"), text(known, "sk"))
                .flatMap(found -> found.map(item -> item.containsKey(KnownUpdateWrites.GRAVE)
                                ? buried(text(item, KnownUpdateWrites.GRAVE))
                                : inLine(text(item, KnownUpdateWrites.LINE), update))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Whereabouts>> buried(String grave) {
        return items.find(TicketLineKeys.BURIED, grave)
                .map(found -> found.map(item -> new Whereabouts.GivenUp(TicketUpdateItems.buried(grave, item))));
    }

    private Uni<Optional<Whereabouts>> inLine(String line, String update) {
        return Page.all(request -> items.page(line, TicketLineKeys.UPDATE, request))
                .map(TicketUpdateItems::waiting)
                .filter(waiting -> waiting.update().id().equals(update))
                .toUni()
                .map(found -> Optional.ofNullable(found).map(Whereabouts.InLine::new));
    }

    Uni<Boolean> isParked(ConnectionId connection, Instant now) {
        return items.find(TicketLineKeys.pause(connection), TicketLineKeys.PAUSE)
                .map(found -> found.filter(pause -> number(pause, TicketLineWrites.UNTIL) > now.toEpochMilli())
                        .isPresent());
    }

    Uni<List<TicketRef>> due(ConnectionId connection, Instant now, int limit) {
        return Multi.createFrom()
                .iterable(TicketLineKeys.waiting(connection))
                .onItem()
                .transformToUniAndMerge(bucket -> due(bucket, now, limit))
                .onItem()
                .<Map<String, AttributeValue>>transformToIterable(QueryResponse::items)
                .collect()
                .asList()
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(head -> text(head, TicketLineWrites.DUE)))
                        .limit(limit)
                        .map(head -> TicketLineKeys.ticket(text(head, "pk")))
                        .toList());
    }

    private Uni<QueryResponse> due(String bucket, Instant now, int limit) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> query.tableName(table)
                        .indexName(BY_DUE)
                        .limit(limit)
                        .keyConditionExpression("#waiting = :bucket AND #due <= :now")
                        .expressionAttributeNames(
                                Map.of("#waiting", TicketLineWrites.WAITING, "#due", TicketLineWrites.DUE))
                        .expressionAttributeValues(
                                Map.of(":bucket", text(bucket), ":now", text(TicketLineKeys.time(now))))));
    }
}
