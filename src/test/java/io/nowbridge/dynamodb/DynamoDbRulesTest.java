package io.nowbridge.dynamodb;

import io.nowbridge.rule.Rules;
import io.nowbridge.rule.RulesContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbRulesTest extends RulesContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Rules emptyStore() {
        TABLES.empty("nowbridge-rules", Set.of("pk", "sk"));
        return store();
    }

    private static Rules store() {
        return new DynamoDbRules(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
