package io.nowbridge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PullMarksTest {

    private static final ConnectionId DESK = new ConnectionId("demo");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final PullMarks marks = new PullMarks(new InMemoryMarks());

    @Test
    void aLookThatHasEndedIsGoneOnFrom() {
        goOn(Optional.empty(), NOON);
        goOn(Optional.of(NOON), NOON.plusSeconds(60));

        assertThat(found()).contains(NOON.plusSeconds(60));
    }

    @Test
    void whatIsRewoundDuringALookStaysSo() {
        goOn(Optional.empty(), NOON);

        rewind(NOON.minusSeconds(300));
        goOn(Optional.of(NOON), NOON.plusSeconds(60));

        assertThat(found()).contains(NOON.minusSeconds(300));
    }

    @Test
    void theEarliestOfSeveralIsGoneBackTo() {
        goOn(Optional.empty(), NOON);

        rewind(NOON.minusSeconds(300));
        rewind(NOON.minusSeconds(100));

        assertThat(found()).contains(NOON.minusSeconds(300));
    }

    private void goOn(Optional<Instant> from, Instant until) {
        marks.goOn(DESK, "incident", from, until).await().indefinitely();
    }

    private void rewind(Instant at) {
        marks.rewind(DESK, "incident", at).await().indefinitely();
    }

    private Optional<Instant> found() {
        return marks.find(DESK, "incident").await().indefinitely();
    }
}
