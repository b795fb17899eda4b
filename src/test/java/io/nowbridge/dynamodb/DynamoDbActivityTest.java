package io.nowbridge.dynamodb;

import io.nowbridge.activity.ActivityContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbActivityTest extends ActivityContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Store emptyStore() {
        TABLES.empty("nowbridge-activity", Set.of("pk", "sk"));
        var config = TABLES.config(Duration.ZERO, Duration.ZERO);
        return new Store(
                new DynamoDbActivityLog(TABLES.client(), config),
                new DynamoDbActivityHistory(TABLES.client(), config),
                new DynamoDbActivityCounts(TABLES.client(), config));
    }
}
