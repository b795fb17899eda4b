package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.text;
import static io.nowbridge.dynamodb.DynamoDbTicketClaims.CONTENT;
import static io.nowbridge.dynamodb.DynamoDbTicketClaims.KEY;
import static io.nowbridge.dynamodb.DynamoDbTicketClaims.LINK;
import static io.nowbridge.dynamodb.DynamoDbTicketClaims.TABLE;

import io.nowbridge.ticket.RequestKey;
import io.nowbridge.ticket.TicketClaims.Left;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Claims that nobody works on any more: the index says which may be, and each claim's own item whether it is. */
final class LeftClaims {

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final WaitingItems index;

    LeftClaims(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.index = new WaitingItems(dynamoDb, table, "claim");
    }

    /** Where the index has the claim. */
    AttributeValue bucket(RequestKey key) {
        return index.bucket(key.value());
    }

    Uni<List<Left>> oldest(Instant before, int limit) {
        return index.oldest(before, limit)
                .onItem()
                .<Map<String, AttributeValue>>disjoint()
                .onItem()
                .transformToUniAndConcatenate(key -> find(text(key, KEY)))
                .filter(item -> waitsSince(item).filter(before::isAfter).isPresent())
                .map(LeftClaims::left)
                .collect()
                .asList();
    }

    /** Without attributes if there is none. */
    private Uni<Map<String, AttributeValue>> find(String key) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.getItem(
                        get -> get.tableName(table).key(Map.of(KEY, text(key))).consistentRead(true)))
                .map(GetItemResponse::item);
    }

    private static Optional<Instant> waitsSince(Map<String, AttributeValue> item) {
        return item.containsKey(WaitingItems.WAITING) ? Optional.of(WaitingItems.since(item)) : Optional.empty();
    }

    private static Left left(Map<String, AttributeValue> item) {
        var key = new RequestKey(text(item, KEY), text(item, CONTENT), text(item, TABLE));
        return new Left(key, LinkedTickets.link(map(item, LINK)));
    }
}
