package io.nowbridge.anomaly;

import static io.nowbridge.anomaly.AnomalyFixtures.NOW;
import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomalies.Known;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of anomalies does. */
public abstract class AnomaliesContract {

    private static final AnomalyId ID = AnomalyId.ofDefaultSource("824");

    private Anomalies anomalies;

    protected abstract Anomalies emptyStore();

    @BeforeEach
    void startEmpty() {
        anomalies = emptyStore();
    }

    @Test
    void whatNobodyToldOfIsNotKnown() {
        assertThat(find()).isEmpty();
    }

    @Test
    void whatIsKnownComesBackAsItWasKept() {
        keep(new Known(full("824"), Optional.of(Status.ACKNOWLEDGED), Optional.of(7L), NOW, 0));

        assertThat(find()).contains(new Known(full("824"), Optional.of(Status.ACKNOWLEDGED), Optional.of(7L), NOW, 1));
    }

    @Test
    void anAnomalyWithoutAStatusIsKnownToo() {
        keep(new Known(Anomaly.of(ID), Optional.empty(), Optional.empty(), NOW, 0));

        assertThat(find()).contains(new Known(Anomaly.of(ID), Optional.empty(), Optional.empty(), NOW, 1));
    }

    @Test
    void whoHasReadTheLatestReplacesIt() {
        keep(new Known(full("824"), Optional.of(Status.ACTIVE), Optional.empty(), NOW, 0));

        assertThat(keep(new Known(Anomaly.of(ID), Optional.empty(), Optional.empty(), NOW.plusSeconds(1), 1)))
                .isTrue();
        assertThat(find())
                .contains(new Known(Anomaly.of(ID), Optional.empty(), Optional.empty(), NOW.plusSeconds(1), 2));
    }

    @Test
    void whoIsLateReplacesNothing() {
        keep(new Known(full("824"), Optional.of(Status.ACTIVE), Optional.empty(), NOW, 0));

        assertThat(keep(new Known(full("824"), Optional.of(Status.RESOLVED), Optional.empty(), NOW, 0)))
                .isFalse();
        assertThat(keep(new Known(full("824"), Optional.of(Status.RESOLVED), Optional.empty(), NOW, 2)))
                .isFalse();
        assertThat(find()).contains(new Known(full("824"), Optional.of(Status.ACTIVE), Optional.empty(), NOW, 1));
    }

    private boolean keep(Known known) {
        return anomalies.keep(known).await().indefinitely();
    }

    private Optional<Known> find() {
        return anomalies.find(ID).await().indefinitely();
    }
}
