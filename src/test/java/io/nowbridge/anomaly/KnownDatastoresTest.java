package io.nowbridge.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownDatastoresTest {

    private static final Anomaly ANOMALY = AnomalyFixtures.full("456");
    private static final Datastore SALES = new Datastore("sales", Optional.of("Sales"));
    private static final Unavailable DOWN = new Unavailable(
            new Report("Reading an anomaly got no answer", "Wait.", Effect.NONE),
            Duration.ofSeconds(1),
            new IOException());

    private final InMemoryAnomalies anomalies = new InMemoryAnomalies();
    private final FakeAnomalyPlatform platform = new FakeAnomalyPlatform();
    private final Datastores datastores = new KnownDatastores(anomalies, platform);

    @Test
    void whatIsKnownHereIsNotAskedForElsewhere() {
        known(ANOMALY.in(Optional.of(SALES)));
        platform.fail(DOWN);

        assertThat(datastore()).contains(SALES);
    }

    @Test
    void thePlatformIsAskedForWhatIsNotKnownHere() {
        platform.has(ANOMALY.in(Optional.of(SALES)));

        assertThat(datastore()).contains(SALES);
    }

    @Test
    void thePlatformIsAskedWhereOnlyTheDatastoreIsNotKnownHere() {
        known(ANOMALY.in(Optional.empty()));
        platform.has(ANOMALY.in(Optional.of(SALES)));

        assertThat(datastore()).contains(SALES);
    }

    @Test
    void nobodyKnowsAnAnomalyThatIsNotThere() {
        assertThat(datastore()).isEmpty();
    }

    @Test
    void withoutAPlatformNobodyCanBeAsked() {
        platform.has(ANOMALY);
        platform.disconnect();

        assertThat(datastore()).isEmpty();
    }

    @Test
    void aPlatformThatDoesNotAnswerIsNoAnswer() {
        platform.fail(DOWN);

        assertThatThrownBy(this::datastore).isSameAs(DOWN);
    }

    private void known(Anomaly anomaly) {
        anomalies
                .keep(Known.first(anomaly, Optional.empty(), AnomalyFixtures.NOW))
                .await()
                .indefinitely();
    }

    private Optional<Datastore> datastore() {
        return datastores.of(ANOMALY.id()).await().indefinitely();
    }
}
