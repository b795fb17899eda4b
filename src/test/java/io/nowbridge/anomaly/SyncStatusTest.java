package io.nowbridge.anomaly;

import static io.nowbridge.anomaly.AnomalyFixtures.NOW;
import static io.nowbridge.anomaly.AnomalyFixtures.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.SyncStatus.Taken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncStatusTest {

    private final InMemoryAnomalyEvents events = new InMemoryAnomalyEvents();
    private final FakeAnomalyWakeups wakeups = new FakeAnomalyWakeups();
    private final SyncStatus syncStatus = new SyncStatus(events, wakeups);

    @Test
    void newEventsAreKeptAndTheirFollowersWoken() {
        var taken = take(triggered("824", "e-1"), triggered("825", "e-2"));

        assertThat(taken).isEqualTo(new Taken(2, 0, Optional.empty()));
        assertThat(events.all()).isEqualTo(wakeups.woken()).hasSize(2);
    }

    @Test
    void aRepeatWakesAgainWhileItIsNotDone() {
        take(triggered("824", "e-1"));

        assertThat(take(triggered("824", "e-1"))).isEqualTo(new Taken(0, 1, Optional.empty()));
        assertThat(wakeups.woken()).hasSize(2);
    }

    @Test
    void aRepeatOfWhatIsDoneWakesNobody() {
        take(triggered("824", "e-1"));
        events.done(triggered("824", "e-1"), NOW).await().indefinitely();

        assertThat(take(triggered("824", "e-1"))).isEqualTo(new Taken(0, 1, Optional.empty()));
        assertThat(wakeups.woken()).hasSize(1);
    }

    @Test
    void whatIsKeptIsTakenThoughNobodyCanBeWokenAndIsLeftBehind() {
        var down = new IllegalStateException("The queue is down");
        wakeups.failWith(down);

        assertThat(take(triggered("824", "e-1"))).isEqualTo(new Taken(1, 0, Optional.of(down)));
        assertThat(events.leftBehind(NOW.plusSeconds(1), 10).await().indefinitely())
                .extracting(AnomalyEvents.Left::event)
                .containsExactly(triggered("824", "e-1"));
    }

    @Test
    void noEventsWakeNobody() {
        wakeups.failWith(new IllegalStateException("Nobody is to be woken"));

        assertThat(take()).isEqualTo(new Taken(0, 0, Optional.empty()));
    }

    private Taken take(AnomalyEvent... incoming) {
        return syncStatus.run(List.of(incoming), NOW).await().indefinitely();
    }
}
