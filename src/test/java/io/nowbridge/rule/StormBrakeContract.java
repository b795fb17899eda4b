package io.nowbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.rule.StormBrake.Place;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every storm brake does. */
public abstract class StormBrakeContract {

    protected static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    protected static final RuleId RULE = new RuleId("a");

    private StormBrake brake = new InMemoryStormBrake();

    protected abstract StormBrake emptyStore();

    @BeforeEach
    void nothingOpened() {
        brake = emptyStore();
    }

    @Test
    void theFirstOnesAreWithinAndTheOthersAreNot() {
        assertThat(place("one", 2, NINE.plusSeconds(1))).isEqualTo(new Place(NINE, true));
        assertThat(place("two", 2, NINE.plusSeconds(2))).isEqualTo(new Place(NINE, true));
        assertThat(place("three", 2, NINE.plusSeconds(3))).isEqualTo(new Place(NINE, false));
    }

    @Test
    void whoeverAsksAgainIsAnsweredTheSame() {
        place("one", 1, NINE);
        place("two", 1, NINE);

        assertThat(place("one", 1, NINE)).isEqualTo(new Place(NINE, true));
        assertThat(place("two", 1, NINE)).isEqualTo(new Place(NINE, false));
    }

    @Test
    void whoeverAsksAgainInALaterHourCountsInTheFirst() {
        place("one", 1, NINE);
        place("two", 1, NINE);
        var later = NINE.plus(Duration.ofHours(5));

        assertThat(place("one", 1, later)).isEqualTo(new Place(NINE, true));
        assertThat(place("two", 1, later)).isEqualTo(new Place(NINE, false));
    }

    @Test
    void theNextHourBeginsAnew() {
        place("one", 1, NINE.plusSeconds(3_599));

        var next = place("two", 1, NINE.plusSeconds(3_600));

        assertThat(next).isEqualTo(new Place(NINE.plusSeconds(3_600), true));
    }

    @Test
    void eachRuleCountsForItself() {
        place("one", 1, NINE);

        var other = brake.place(new RuleId("b"), "two", 1, NINE).await().indefinitely();

        assertThat(other).isEqualTo(new Place(NINE, true));
    }

    private Place place(String opening, int most, Instant now) {
        return brake.place(RULE, opening, most, now).await().indefinitely();
    }
}
