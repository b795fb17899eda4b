package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.setup.History;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The links of a connection, found by the links table's index {@code byConnection}. The index lags by a moment, which
 * matters to nobody: a connection whose links are removed has been disconnected before.
 */
public final class DynamoDbHistory implements History {

    // Both directions of a link are items, and so is what was seen of its ticket; what one removal takes on fits into a
    // function's time.
    private static final int ITEMS_AT_A_TIME = 1_000;
    private static final int ITEMS_PER_LINK = 2;
    private static final int CONCURRENCY = 16;

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig tables;

    public DynamoDbHistory(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        this.dynamoDb = dynamoDb;
        this.tables = tables;
    }

    @Override
    public Uni<Removal> remove(ConnectionId connection) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> query.tableName(tables.links())
                        .indexName("byConnection")
                        .keyConditionExpression("connectionId = :connection")
                        .expressionAttributeValues(Map.of(":connection", text(connection.value())))
                        .limit(ITEMS_AT_A_TIME)))
                .flatMap(this::remove);
    }

    private Uni<Removal> remove(QueryResponse found) {
        return Multi.createFrom()
                .iterable(found.items())
                .onItem()
                .transformToUni(this::remove)
                .merge(CONCURRENCY)
                .collect()
                .asList()
                .map(removed -> new Removal(
                        links(found.items()), found.lastEvaluatedKey().isEmpty()));
    }

    private Uni<Void> remove(Map<String, AttributeValue> item) {
        var key = Map.of("pk", text(text(item, "pk")), "sk", text(text(item, "sk")));
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.deleteItem(
                        delete -> delete.tableName(tables.links()).key(key)))
                .replaceWithVoid();
    }

    private static int links(List<Map<String, AttributeValue>> items) {
        var directions = items.stream().filter(item -> text(item, "sk").startsWith(DynamoDbTicketLinks.LINK));
        return (int) directions.count() / ITEMS_PER_LINK;
    }
}
