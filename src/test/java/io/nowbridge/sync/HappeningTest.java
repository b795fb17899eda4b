package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.NOW;
import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyEvent.What.Commented;
import io.nowbridge.anomaly.AnomalyEvent.What.Created;
import io.nowbridge.anomaly.AnomalyEvent.What.StatusChanged;
import io.nowbridge.anomaly.Status;
import io.nowbridge.sync.News.NewStatus;
import io.nowbridge.sync.News.PastStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HappeningTest {

    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Anomaly RESOLVED = full("456").in(Status.RESOLVED);
    private static final Known FIFTH = new Known(RESOLVED, Optional.of(Status.RESOLVED), Optional.of(5L), NOW, 3);

    @Test
    void whatAnEventSaysOfTheStatusWins() {
        var happening = new Happening(event(6, new StatusChanged(Status.ACTIVE)), Optional.of(FIFTH));

        assertThat(happening.told()).isEqualTo(full("456").in(Status.ACTIVE));
        assertThat(happening.news(happening.told())).contains(new NewStatus(Status.ACTIVE, BEFORE));
    }

    @Test
    void aLateStatusIsToldAsThePast() {
        var late = new Happening(event(4, new StatusChanged(Status.ACKNOWLEDGED)), Optional.of(FIFTH));

        assertThat(late.news(late.told())).contains(new PastStatus(Status.ACKNOWLEDGED, BEFORE));
    }

    @Test
    void aLateEventChangesNothingThatIsKnown() {
        var late = new Happening(event(4, new StatusChanged(Status.ACTIVE)), Optional.of(FIFTH));

        assertThat(late.after(late.told(), NOW)).isEqualTo(FIFTH);
        assertThat(late.asksForTicket(late.told())).isFalse();
    }

    @Test
    void anEventThatIsFollowedAgainIsNotLate() {
        var again = new Happening(event(5, new StatusChanged(Status.RESOLVED)), Optional.of(FIFTH));

        assertThat(again.isLate()).isFalse();
        assertThat(again.news(again.told())).isEmpty();
    }

    @Test
    void theHighestSequenceIsRemembered() {
        var next = new Happening(event(6, new Created()), Optional.of(FIFTH));

        assertThat(next.after(next.told(), NOW).sequence()).contains(6L);
    }

    @Test
    void whereTheSourceDoesNotCountNothingIsLate() {
        var event = new AnomalyEvent("e", BEFORE, Optional.empty(), full("456"), new Created());

        assertThat(new Happening(event, Optional.of(FIFTH)).isLate()).isFalse();
    }

    @Test
    void theStatusThatComesWithACommentIsStillToBeTold() {
        var comment = new Commented(Optional.empty(), Optional.empty(), "Look", false);
        var happening = new Happening(
                new AnomalyEvent("e", NOW, Optional.of(6L), full("456").in(Status.ACTIVE), comment),
                Optional.of(FIFTH));

        assertThat(happening.after(happening.told(), NOW).status()).contains(Status.RESOLVED);
    }

    private static AnomalyEvent event(long sequence, What what) {
        return new AnomalyEvent(
                "e" + sequence,
                BEFORE,
                Optional.of(sequence),
                Anomaly.of(full("456").id()),
                what);
    }
}
