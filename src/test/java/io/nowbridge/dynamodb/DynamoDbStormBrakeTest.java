package io.nowbridge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.rule.StormBrake;
import io.nowbridge.rule.StormBrakeContract;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbStormBrakeTest extends StormBrakeContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected StormBrake emptyStore() {
        TABLES.empty("nowbridge-rules", Set.of("pk", "sk"));
        return store();
    }

    @Test
    void ofFiveHundredAtOnceAsManyAreWithinAsThereMayBeAndARepeatFindsTheSame() {
        emptyStore();

        var first = fiveHundred();
        var second = fiveHundred();

        assertThat(first).filteredOn(StormBrake.Place::within).hasSize(10);
        assertThat(second).isEqualTo(first);
    }

    private static List<StormBrake.Place> fiveHundred() {
        return Uni.join()
                .all(IntStream.range(0, 500)
                        .mapToObj(number -> store().place(RULE, "anomaly:" + number, 10, NINE))
                        .toList())
                .usingConcurrencyOf(40)
                .andFailFast()
                .await()
                .indefinitely();
    }

    private static StormBrake store() {
        return new DynamoDbStormBrake(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
