package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.binary;
import static io.nowbridge.dynamodb.Attributes.bytes;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.product.Block;
import io.nowbridge.product.KeptProducts;
import io.nowbridge.product.Pairing;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Blocks of products, one item each, where {@link ProductKeys} says, in the bytes of {@link BlockBytes}. */
public final class DynamoDbKeptProducts implements KeptProducts {

    private static final String BYTES = "bytes";
    private static final String REVISION = "revision";

    private final String table;
    private final KeyedItems items;
    private final FoundItems found;
    private final Transactions transactions;

    public DynamoDbKeptProducts(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.table = config.products();
        this.items = new KeyedItems(dynamoDb, table);
        this.found = new FoundItems(dynamoDb, table);
        this.transactions = new Transactions(dynamoDb);
    }

    @Override
    public Multi<Block> all(Pairing pairing) {
        return found.all(query -> query.keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(ProductKeys.kept(pairing)))))
                .map(DynamoDbKeptProducts::block);
    }

    @Override
    public Uni<List<Block>> read(Pairing pairing, Collection<Integer> numbers) {
        return items.findAll(
                        numbers.stream().map(number -> key(pairing, number)).toList())
                .map(DynamoDbKeptProducts::block)
                .collect()
                .asMap(Block::number)
                .map(known -> numbers.stream()
                        .distinct()
                        .sorted()
                        .map(number -> known.getOrDefault(number, new Block(number, 0, new TreeMap<>())))
                        .toList());
    }

    @Override
    public Uni<Boolean> write(Pairing pairing, Block block) {
        var item = new HashMap<>(key(pairing, block.number()));
        item.put(BYTES, binary(BlockBytes.write(block.products().values())));
        item.put(REVISION, number(block.version() + 1));
        return transactions.put(table, item, block.version());
    }

    private static Map<String, AttributeValue> key(Pairing pairing, int number) {
        return KeyedItems.key(ProductKeys.kept(pairing), ProductKeys.block(number));
    }

    private static Block block(Map<String, AttributeValue> item) {
        return new Block(
                Integer.parseInt(text(item, "sk")), number(item, REVISION), BlockBytes.read(bytes(item, BYTES)));
    }
}
