package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;
import static io.nowbridge.dynamodb.ProductKeys.EXPIRES;

import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.Item;
import io.nowbridge.product.Run;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The ends of chunks. What became of the products, that the chunk has ended, and what the run counts are written in one
 * transaction, which only the chunk's owner can make, and only once.
 */
final class ChunkEnds {

    private final KeyedItems items;
    private final TableWrites writes;
    private final Transactions transactions;
    private final ChunkPieces pieces;
    private final RunItems runs = new RunItems();

    ChunkEnds(DynamoDbAsyncClient dynamoDb, String table, ChunkPieces pieces) {
        this.items = new KeyedItems(dynamoDb, table);
        this.writes = new TableWrites(table);
        this.transactions = new Transactions(dynamoDb);
        this.pieces = pieces;
    }

    Uni<Optional<Run>> end(ChunkKey key, String owner, List<Item> became, AttributeValue expiry) {
        var transaction = new ArrayList<>(List.of(ended(key, owner, became, expiry), counted(key, became)));
        pieces.items(key, became, expiry)
                .map(piece -> writes.put(KeyedItems.key(piece), piece, put -> {}))
                .forEach(transaction::add);
        return transactions
                .writeIfUnchanged(transaction)
                .flatMap(ended -> ended
                        ? items.find(ProductKeys.run(key.run())).map(found -> found.map(runs::run))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private TransactWriteItem ended(ChunkKey key, String owner, List<Item> became, AttributeValue expiry) {
        return writes.change(
                ProductKeys.chunk(key),
                chunk -> chunk.updateExpression("SET #outcomes = :outcomes, #expires = :expires")
                        .conditionExpression("#owner = :owner AND attribute_not_exists(#outcomes)")
                        .expressionAttributeNames(Map.of(
                                "#outcomes", ChunkItems.OUTCOMES, "#owner", ChunkItems.OWNER, "#expires", EXPIRES))
                        .expressionAttributeValues(Map.of(
                                ":owner", text(owner),
                                ":outcomes", AttributeValue.fromM(ChunkItems.outcomes(became)),
                                ":expires", expiry)));
    }

    private TransactWriteItem counted(ChunkKey key, List<Item> became) {
        var counts = became.stream().collect(Collectors.groupingBy(Item::outcome, Collectors.counting()));
        var names =
                new HashMap<>(Map.of("#ended", RunItems.ENDED, "#attempt", RunItems.ATTEMPT, "#state", RunItems.STATE));
        var values = new HashMap<>(
                Map.of(":one", number(1), ":attempt", number(key.attempt()), ":over", text(Run.State.ENDED.name())));
        counts.forEach((outcome, count) -> {
            names.put("#" + outcome, RunItems.count(outcome));
            values.put(":" + outcome, number(count));
        });
        var additions = counts.keySet().stream()
                .map(outcome -> ", #%s :%s".formatted(outcome, outcome))
                .collect(Collectors.joining());
        return writes.change(
                ProductKeys.run(key.run()),
                run -> run.updateExpression("ADD #ended :one" + additions)
                        .conditionExpression("#attempt = :attempt AND #state <> :over")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
    }
}
