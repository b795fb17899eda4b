package io.nowbridge.dynamodb;

import static io.nowbridge.product.RunFixtures.NOW;

import io.nowbridge.product.ChunkItemsContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbChunkItemsTest extends ChunkItemsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Stores emptyStores() {
        TABLES.empty("nowbridge-products", Set.of("pk", "sk"));
        var config = TABLES.config(Duration.ZERO, Duration.ZERO);
        return new Stores(
                new DynamoDbRuns(TABLES.client(), config),
                new DynamoDbChunks(TABLES.client(), config, InstantSource.fixed(NOW)));
    }
}
