package io.nowbridge.anomaly;

import static io.nowbridge.anomaly.AnomalyFixtures.event;
import static io.nowbridge.anomaly.AnomalyFixtures.full;
import static io.nowbridge.anomaly.AnomalyFixtures.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyEvents.Kept;
import io.nowbridge.anomaly.AnomalyEvents.Left;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of events does. */
public abstract class AnomalyEventsContract {

    /** Far off, or a real store would delete by its own clock what is done. */
    protected static final Instant NOW = Instant.parse("2096-03-19T12:00:00.250Z");

    private AnomalyEvents events;

    protected abstract AnomalyEvents emptyStore();

    @BeforeEach
    void startEmpty() {
        events = emptyStore();
    }

    static Stream<What> kinds() {
        return Stream.of(
                new What.Triggered(),
                new What.Created(),
                new What.StatusChanged(Status.DUPLICATE),
                new What.Commented(Optional.of("c-7"), Optional.of("maria"), "Seen\n\"again\" \uD83D\uDE00", true),
                new What.Commented(Optional.empty(), Optional.empty(), "x", false));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEventComesBackAsItWasKept(What what) {
        var event = new AnomalyEvent("e-1", NOW, Optional.of(7L), full("824"), what);

        keep(event);

        assertThat(pending("824", "e-1")).contains(event);
    }

    @Test
    void anEventThatTellsNothingButAnIdComesBackAsItWasKept() {
        keep(triggered("824", "e-1"));

        assertThat(pending("824", "e-1")).contains(triggered("824", "e-1"));
    }

    @Test
    void whatWasNeverKeptIsNotPending() {
        keep(triggered("824", "e-1"));

        assertThat(pending("824", "e-2")).isEmpty();
        assertThat(pending("825", "e-1")).isEmpty();
    }

    @Test
    void newEventsAreCountedAndWaitInTheirOrder() {
        var kept = keep(triggered("824", "e-2"), triggered("825", "e-1"), triggered("824", "e-1"));

        assertThat(kept.fresh()).isEqualTo(3);
        assertThat(kept.waiting())
                .containsExactly(triggered("824", "e-2"), triggered("825", "e-1"), triggered("824", "e-1"));
    }

    @Test
    void aRepeatIsNotNewButWaitsUntilItIsDone() {
        keep(triggered("824", "e-1"));

        assertThat(keep(triggered("824", "e-1"))).isEqualTo(new Kept(List.of(triggered("824", "e-1")), 0));
    }

    @Test
    void aRepeatOfWhatIsDoneWaitsForNobody() {
        keep(triggered("824", "e-1"));
        done(triggered("824", "e-1"));

        assertThat(keep(triggered("824", "e-1"))).isEqualTo(new Kept(List.of(), 0));
    }

    @Test
    void aRepeatWithAnotherContentChangesNothing() {
        keep(event("824", "e-1", new What.StatusChanged(Status.ACKNOWLEDGED)));

        var kept = keep(event("824", "e-1", new What.StatusChanged(Status.RESOLVED)));

        assertThat(kept.waiting()).containsExactly(event("824", "e-1", new What.StatusChanged(Status.ACKNOWLEDGED)));
        assertThat(pending("824", "e-1")).contains(event("824", "e-1", new What.StatusChanged(Status.ACKNOWLEDGED)));
    }

    @Test
    void theSameEventTwiceInOneMessageIsOne() {
        var kept = keep(triggered("824", "e-1"), triggered("824", "e-1"));

        assertThat(kept).isEqualTo(new Kept(List.of(triggered("824", "e-1")), 1));
    }

    @Test
    void anEventOfTheSameIdAtAnotherSourceIsAnother() {
        var elsewhere = new AnomalyEvent(
                "e-1", NOW, Optional.empty(), Anomaly.of(new AnomalyId("other", "824")), new What.Triggered());

        keep(triggered("824", "e-1"));

        assertThat(keep(elsewhere).fresh()).isEqualTo(1);
    }

    @Test
    void whatIsDoneIsPendingNoMore() {
        keep(triggered("824", "e-1"), triggered("824", "e-2"));

        done(triggered("824", "e-1"));

        assertThat(pending("824", "e-1")).isEmpty();
        assertThat(pending("824", "e-2")).isPresent();
    }

    @Test
    void doneTwiceIsDone() {
        keep(triggered("824", "e-1"));
        done(triggered("824", "e-1"));

        done(triggered("824", "e-1"));

        assertThat(pending("824", "e-1")).isEmpty();
    }

    @Test
    void anEventThatWasNeverKeptIsNotMadeByBeingDone() {
        done(triggered("824", "e-1"));

        assertThat(keep(triggered("824", "e-1")).fresh()).isEqualTo(1);
    }

    @Test
    void whatIsLeftBehindIsFoundTheOldestFirst() {
        var oldestLast = IntStream.range(0, 20)
                .mapToObj(number -> triggered("anomaly-" + number, "e"))
                .toList();
        IntStream.range(0, 20)
                .forEach(number -> await(events.keep(List.of(oldestLast.get(number)), NOW.plusMillis(20L - number))));
        done(oldestLast.get(19));

        assertThat(await(events.leftBehind(NOW.plusMillis(11), 5)))
                .extracting(Left::event)
                .containsExactly(
                        oldestLast.get(18),
                        oldestLast.get(17),
                        oldestLast.get(16),
                        oldestLast.get(15),
                        oldestLast.get(14));
        assertThat(await(events.leftBehind(NOW.plusMillis(11), 100))).hasSize(9);
    }

    @Test
    void whatIsLeftBehindTellsSinceWhen() {
        keep(triggered("824", "e-1"));

        assertThat(await(events.leftBehind(NOW.plusMillis(1), 10)))
                .containsExactly(new Left(triggered("824", "e-1"), NOW));
    }

    @Test
    void whatWasKeptJustNowIsNotLeftBehind() {
        keep(triggered("824", "e-1"));

        assertThat(await(events.leftBehind(NOW, 10))).isEmpty();
    }

    private Kept keep(AnomalyEvent... incoming) {
        return await(events.keep(List.of(incoming), NOW));
    }

    private Optional<AnomalyEvent> pending(String anomaly, String event) {
        return await(events.pending(AnomalyId.ofDefaultSource(anomaly), event));
    }

    private void done(AnomalyEvent event) {
        await(events.done(event, NOW.plusSeconds(1)));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
