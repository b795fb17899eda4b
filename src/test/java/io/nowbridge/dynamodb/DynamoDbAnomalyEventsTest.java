package io.nowbridge.dynamodb;

import static io.nowbridge.anomaly.AnomalyFixtures.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyEventsContract;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbAnomalyEventsTest extends AnomalyEventsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected AnomalyEvents emptyStore() {
        TABLES.empty("nowbridge-anomalies", Set.of("pk", "sk"));
        return store();
    }

    @Test
    void ofTwentyDeliveriesAtOnceOneIsNew() {
        var events = store();

        var kept = Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(number -> events.keep(List.of(triggered("824", "e-1")), NOW))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(kept).extracting(AnomalyEvents.Kept::fresh).containsOnlyOnce(1);
        assertThat(kept).allSatisfy(each -> assertThat(each.waiting()).hasSize(1));
    }

    @Test
    void onlyWhatIsDoneExpiresAndOnlyWhatWaitsIsInTheIndex() {
        var events = store();
        events.keep(List.of(triggered("824", "e-1"), triggered("824", "e-2")), NOW)
                .await()
                .indefinitely();

        events.done(triggered("824", "e-1"), NOW).await().indefinitely();

        assertThat(TABLES.items("nowbridge-anomalies"))
                .filteredOn(item -> item.containsKey("expiresAtEpochSeconds"))
                .singleElement()
                .satisfies(item -> assertThat(item)
                        .containsEntry("sk", AttributeValue.fromS("event#e-1"))
                        .containsEntry(
                                "expiresAtEpochSeconds",
                                Attributes.number(NOW.plus(Duration.ofDays(30)).getEpochSecond()))
                        .doesNotContainKeys("waiting", "waitingSince"));
    }

    private static AnomalyEvents store() {
        return new DynamoDbAnomalyEvents(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }
}
