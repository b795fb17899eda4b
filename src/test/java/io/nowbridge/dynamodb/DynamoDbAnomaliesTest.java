package io.nowbridge.dynamodb;

import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.AnomaliesContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbAnomaliesTest extends AnomaliesContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Anomalies emptyStore() {
        TABLES.empty("nowbridge-anomalies", Set.of("pk", "sk"));
        return new DynamoDbAnomalies(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
