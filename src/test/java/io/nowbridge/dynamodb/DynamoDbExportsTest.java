package io.nowbridge.dynamodb;

import static io.nowbridge.export.ExportFixtures.NOW;
import static io.nowbridge.export.ExportFixtures.export;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.export.Exports;
import io.nowbridge.export.ExportsContract;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbExportsTest extends ExportsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @BeforeEach
    void nothingIsExported() {
        TABLES.empty("nowbridge-activity", Set.of("pk", "sk"));
    }

    @Override
    protected Exports exports() {
        return new DynamoDbExports(TABLES.client(), TABLES.config(Duration.ofSeconds(40), Duration.ofDays(1)));
    }

    @Test
    void anExportIsForgottenWithItsFile() {
        exports().add(export("one")).await().indefinitely();

        assertThat(TABLES.items("nowbridge-activity"))
                .singleElement()
                .extracting(item -> item.get("expiresAtEpochSeconds").n())
                .isEqualTo(Long.toString(NOW.plus(Duration.ofDays(7)).getEpochSecond()));
    }
}
