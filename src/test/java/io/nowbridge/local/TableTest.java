package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code infra/tables.yaml} says of backups. */
class TableTest {

    private static final Map<String, Node> TABLES =
            Stack.read(Table.FILE, Map.of()).resources("AWS::DynamoDB::Table");

    @Test
    void everyTableButThatOfTheCredentialsCanBeBroughtBackToAnyPointInTime() {
        assertThat(TABLES).containsKeys("Connections", "Credentials", "Claims", "Links", "Activity");
        assertThat(TABLES)
                .allSatisfy((name, table) -> assertThat(isRecoverable(table)).isEqualTo(!name.equals("Credentials")));
    }

    @Test
    void noStreamCarriesCredentialsAway() {
        var properties = TABLES.get("Credentials").at("Properties");

        assertThat(properties.entries())
                .isNotEmpty()
                .doesNotContainKeys("StreamSpecification", "KinesisStreamSpecification");
    }

    private static boolean isRecoverable(Node table) {
        return table.at("Properties")
                .at("PointInTimeRecoverySpecification")
                .at("PointInTimeRecoveryEnabled")
                .flag();
    }
}
