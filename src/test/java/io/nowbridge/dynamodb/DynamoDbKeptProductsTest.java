package io.nowbridge.dynamodb;

import static io.nowbridge.product.RunFixtures.NOW;
import static io.nowbridge.product.RunFixtures.PAIRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Block;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Imprint;
import io.nowbridge.product.Kept;
import io.nowbridge.product.KeptProducts;
import io.nowbridge.product.KeptProductsContract;
import io.nowbridge.product.Sku;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

class DynamoDbKeptProductsTest extends KeptProductsContract {

    // As many to a block as there are of 450,000 products.
    private static final int BLOCKS = 128;
    private static final int PRODUCTS = 220 * BLOCKS;

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected KeptProducts emptyStore() {
        TABLES.empty("nowbridge-products", Set.of("pk", "sk"));
        return store(TABLES.client());
    }

    @Test
    void ofTwentyThatWriteABlockAtOnceOneDoes() {
        var kept = store(TABLES.client());

        var written = Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(number -> kept.write(PAIRING, block(7, 0, "sku-" + number)))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(written).filteredOn(done -> done).hasSize(1);
    }

    @Test
    void readingAllCostsAHundredthOfAReadForEachProduct() {
        var kept = store(TABLES.client());
        keep(kept);
        var reads = new CountingReads(TABLES.client());

        var products = store(reads.client())
                .all(PAIRING)
                .map(block -> block.products().size())
                .collect()
                .with(Collectors.summingInt(size -> size))
                .await()
                .indefinitely();

        assertThat(products).isEqualTo(PRODUCTS);
        assertThat(reads.cost().items()).isLessThanOrEqualTo(PRODUCTS / 100);
        assertThat(reads.units()).isPositive().isLessThanOrEqualTo(PRODUCTS / 100.0);
    }

    private static void keep(KeptProducts kept) {
        var blocks = IntStream.range(0, PRODUCTS)
                .mapToObj(number -> new Sku(Integer.toString(1_000_000 + number)))
                .collect(Collectors.groupingBy(
                        sku -> Block.of(sku) % BLOCKS,
                        Collectors.toMap(
                                Function.identity(),
                                sku -> new Kept(
                                        sku,
                                        new Imprint(sku.value().hashCode() * 7_046_029_254_386_353_131L, -1),
                                        DeskIds.DERIVED,
                                        true,
                                        NOW),
                                (one, other) -> one,
                                TreeMap::new)));
        Multi.createFrom()
                .iterable(blocks.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        block -> kept.write(PAIRING, new Block(block.getKey(), 0, block.getValue())))
                .collect()
                .asList()
                .invoke(written -> assertThat(written).hasSize(BLOCKS).isEqualTo(allTrue()))
                .await()
                .indefinitely();
    }

    private static List<Boolean> allTrue() {
        return IntStream.range(0, BLOCKS).mapToObj(number -> true).toList();
    }

    private static KeptProducts store(DynamoDbAsyncClient client) {
        return new DynamoDbKeptProducts(client, TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
