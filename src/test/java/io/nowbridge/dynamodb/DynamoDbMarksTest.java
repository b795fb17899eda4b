package io.nowbridge.dynamodb;

import io.nowbridge.sync.Marks;
import io.nowbridge.sync.MarksContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbMarksTest extends MarksContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @BeforeEach
    void nothingIsMarked() {
        TABLES.empty("nowbridge-updates", Set.of("pk", "sk"));
    }

    @Override
    protected Marks marks() {
        return new DynamoDbMarks(TABLES.client(), TABLES.config(Duration.ofSeconds(40), Duration.ofDays(1)));
    }
}
