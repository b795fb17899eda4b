package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The keys of a connection's links, each once, from the links table's index {@code byConnection}: of the two directions,
 * that of the anomaly. A page names its place by the last one's keys, which the index needs both.
 */
final class LinksOfConnection {

    private static final String ANOMALIES = "anomaly#";
    private static final Pattern PLACE =
            Pattern.compile("(anomaly#[A-Za-z0-9._-]{1,128}#[A-Za-z0-9._-]{1,128}) (link#[0-9a-f-]{36})");

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;

    LinksOfConnection(DynamoDbAsyncClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Uni<Page<Map<String, AttributeValue>>> page(ConnectionId connection, PageRequest request) {
        return request.from()
                .map(place -> Optional.of(PLACE.matcher(place))
                        .filter(match -> match.matches())
                        .map(match -> page(
                                connection,
                                request.size(),
                                Optional.of(KeyedItems.key(match.group(1), match.group(2)))))
                        // What no page gave as its next place has nothing behind it.
                        .orElseGet(() -> Uni.createFrom().item(new Page<>(List.of(), Optional.empty()))))
                .orElseGet(() -> page(connection, request.size(), Optional.empty()));
    }

    private Uni<Page<Map<String, AttributeValue>>> page(
            ConnectionId connection, int size, Optional<Map<String, AttributeValue>> after) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> {
                    query.tableName(table)
                            .indexName("byConnection")
                            .limit(size)
                            .keyConditionExpression("connectionId = :connection AND begins_with(pk, :anomalies)")
                            .expressionAttributeValues(
                                    Map.of(":connection", text(connection.value()), ":anomalies", text(ANOMALIES)));
                    after.ifPresent(key -> query.exclusiveStartKey(indexed(connection, key)));
                }))
                .map(LinksOfConnection::page);
    }

    private static Page<Map<String, AttributeValue>> page(QueryResponse answer) {
        var keys = answer.items().stream().map(KeyedItems::key).toList();
        return new Page<>(
                keys,
                answer.lastEvaluatedKey().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                text(answer.lastEvaluatedKey(), "pk") + " " + text(answer.lastEvaluatedKey(), "sk")));
    }

    private static Map<String, AttributeValue> indexed(ConnectionId connection, Map<String, AttributeValue> key) {
        var indexed = new HashMap<>(key);
        indexed.put("connectionId", text(connection.value()));
        return indexed;
    }
}
