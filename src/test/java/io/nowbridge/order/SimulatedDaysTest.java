package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedDaysTest {

    private static final int OPEN = 100;

    // Every quarter of an hour, about each.
    private static final int NAIVE = OPEN * 96;

    @Test
    void whatMovesIsKnownSoonForATenthOfTheRequestsOfWhoeverAsksAllTheTime() {
        var figures = SimulatedDays.of(OPEN, 5, 20_000, 1);

        assertThat(figures.callsADay()).allSatisfy(calls -> assertThat(calls).isLessThan(NAIVE / 10));
        assertThat(figures.delay(50)).isLessThan(Duration.ofHours(3));
        assertThat(figures.delay(100)).isLessThan(Duration.ofHours(9));
    }

    @Test
    void aBudgetThatIsTooSmallIsKeptAndServesAllInTurn() {
        var figures = SimulatedDays.of(OPEN, 5, 150, 1);

        assertThat(figures.callsADay()).allSatisfy(calls -> assertThat(calls).isBetween(140, 157));
        assertThat(figures.delay(100)).isLessThan(Duration.ofDays(2));
    }
}
