package io.nowbridge.sync;

import static io.nowbridge.anomaly.AnomalyFixtures.NOW;
import static io.nowbridge.anomaly.AnomalyFixtures.triggered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.FakeAnomalyWakeups;
import io.nowbridge.anomaly.InMemoryAnomalyEvents;
import io.nowbridge.sync.WakeLeftEvents.Report;
import io.nowbridge.webhook.FakeAnomalyPlatforms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of events that nobody has done. */
class WakeLeftEventsTest {

    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration LATE = Duration.ofHours(6);
    private static final Duration END = Duration.ofDays(7);
    private static final AnomalyEvent EVENT = triggered("824", "e-1");

    private final InMemoryAnomalyEvents events = new InMemoryAnomalyEvents();
    private final FakeAnomalyWakeups wakeups = new FakeAnomalyWakeups();
    private final InMemoryActivity log = new InMemoryActivity();

    private Instant now = NOW;
    private final WakeLeftEvents wake = new WakeLeftEvents(
            events,
            wakeups,
            new FakeAnomalyPlatforms(Map.of()),
            log,
            () -> now,
            new WakeLeftEvents.Patience(QUIET, LATE, END, 10));

    @Test
    void anEventWhoseWakeUpWasLostIsWoken() {
        keep(EVENT);

        var report = runAt(NOW.plus(QUIET).plusMillis(1));

        assertThat(report).isEqualTo(new Report(1, 0, 0));
        assertThat(wakeups.woken()).containsExactly(EVENT);
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void anEventThatHasJustComeIsLeftToItsFirstWakeUp() {
        keep(EVENT);

        assertThat(runAt(NOW.plus(QUIET))).isEqualTo(new Report(0, 0, 0));
    }

    @Test
    void whatIsDoneWakesNobody() {
        keep(EVENT);
        events.done(EVENT, NOW).await().indefinitely();

        assertThat(runAt(NOW.plus(QUIET).plusMillis(1))).isEqualTo(new Report(0, 0, 0));
    }

    @Test
    void aLateEventIsWokenOnAndHasOneEntryHoweverOftenItIsSeen() {
        keep(EVENT);

        var first = runAt(NOW.plus(LATE));
        var second = runAt(NOW.plus(LATE).plusSeconds(60));

        assertThat(first).isEqualTo(new Report(1, 1, 0));
        assertThat(second).isEqualTo(new Report(1, 1, 0));
        assertThat(wakeups.woken()).containsExactly(EVENT, EVENT);
        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.FAILED);
            assertThat(entry.subjects()).containsEntry("anomaly", "824").containsEntry("event", "e-1");
        });
    }

    @Test
    void inTheEndAnEventIsGivenUpAndItsEntrySaysSo() {
        keep(EVENT);
        runAt(NOW.plus(LATE));

        var last = runAt(NOW.plus(END));

        assertThat(last).isEqualTo(new Report(0, 0, 1));
        assertThat(log.entries())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.failures().getFirst().cause()).endsWith("it was given up"));
        assertThat(runAt(NOW.plus(END).plusSeconds(60))).isEqualTo(new Report(0, 0, 0));
    }

    @Test
    void whileNobodyCanBeWokenNothingIsLost() {
        keep(EVENT);
        wakeups.failWith(new IllegalStateException("The queue is down"));
        assertThatThrownBy(() -> runAt(NOW.plus(QUIET).plusMillis(1))).isInstanceOf(IllegalStateException.class);
        wakeups.heal();

        assertThat(runAt(NOW.plus(QUIET).plusSeconds(60))).isEqualTo(new Report(1, 0, 0));
    }

    private void keep(AnomalyEvent event) {
        events.keep(List.of(event), NOW).await().indefinitely();
    }

    private Report runAt(Instant instant) {
        now = instant;
        return wake.run().await().indefinitely();
    }
}
