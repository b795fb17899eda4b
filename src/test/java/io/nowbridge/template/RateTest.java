package io.nowbridge.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Schedule.Unit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    private static final Instant SINCE = Instant.parse("2026-03-28T10:07:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T10:07:00Z, 2026-03-28T12:07:00Z",
        "2026-03-28T12:06:59Z, 2026-03-28T12:07:00Z",
        "2026-03-28T12:07:00Z, 2026-03-28T14:07:00Z",
        "2027-03-28T11:00:00Z, 2027-03-28T12:07:00Z",
        "2020-01-01T00:00:00Z, 2026-03-28T12:07:00Z"
    })
    void runsAreCountedFromTheBeginning(Instant after, Instant next) {
        assertThat(new Rate(2, Unit.HOURS).next(SINCE, after)).isEqualTo(next);
    }

    @Test
    void aDayIsTwentyFourHoursWhateverTheClocksDo() {
        assertThat(new Rate(1, Unit.DAYS).next(SINCE, SINCE)).isEqualTo(SINCE.plus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @CsvSource({"0, MINUTES", "-1, HOURS", "32, DAYS", "2147483647, DAYS", "44641, MINUTES"})
    void aRateIsFromOneToThirtyOneDays(int every, Unit unit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(every, unit));
    }

    @Test
    void theLongestRateIsThirtyOneDays() {
        assertThat(new Rate(31, Unit.DAYS).shortestInterval()).isEqualTo(Duration.ofDays(31));
    }
}
