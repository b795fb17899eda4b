package io.nowbridge.dynamodb;

import io.nowbridge.order.Looks;
import io.nowbridge.order.LooksContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbLooksTest extends LooksContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Looks emptyStore() {
        TABLES.empty("nowbridge-orders", Set.of("pk", "sk"));
        return new DynamoDbLooks(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
