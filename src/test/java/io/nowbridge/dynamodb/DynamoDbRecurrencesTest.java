package io.nowbridge.dynamodb;

import io.nowbridge.rule.Recurrences;
import io.nowbridge.rule.RecurrencesContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbRecurrencesTest extends RecurrencesContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Recurrences emptyStore() {
        TABLES.empty("nowbridge-rules", Set.of("pk", "sk"));
        return store();
    }

    private static Recurrences store() {
        return new DynamoDbRecurrences(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
