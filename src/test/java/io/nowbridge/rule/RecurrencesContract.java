package io.nowbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.rule.Recurrences.Series;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of series does. */
public abstract class RecurrencesContract {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00.250Z");
    private static final AnomalyId ANOMALY = new AnomalyId("west", "456");

    private Recurrences recurrences = new InMemoryRecurrences();

    protected abstract Recurrences emptyStore();

    @BeforeEach
    void noSeries() {
        recurrences = emptyStore();
    }

    @Test
    void whatWasNeverKeptIsNotFound() {
        assertThat(await(recurrences.find("west", "8412"))).isEmpty();
    }

    @Test
    void aSeriesIsFoundByItsSourceAndFingerprint() {
        await(recurrences.keep(Series.first("8412", ANOMALY, NOW)));

        assertThat(await(recurrences.find("west", "8412"))).contains(new Series("8412", ANOMALY, 1, NOW, 1));
        assertThat(await(recurrences.find("east", "8412"))).isEmpty();
        assertThat(await(recurrences.find("west", "8413"))).isEmpty();
    }

    @Test
    void whoeverReadAnotherRevisionKeepsNothing() {
        var first = Series.first("8412", ANOMALY, NOW);
        await(recurrences.keep(first));

        assertThat(await(recurrences.keep(first))).isFalse();
        assertThat(await(recurrences.find("west", "8412")).orElseThrow().revision())
                .isEqualTo(1);
    }

    @Test
    void theNextSeriesTakesThePlaceOfTheOneBefore() {
        await(recurrences.keep(Series.first("8412", ANOMALY, NOW)));
        var read = await(recurrences.find("west", "8412")).orElseThrow();
        var other = new AnomalyId("west", "457");

        var kept = await(recurrences.keep(read.next(other, NOW.plusSeconds(1))));

        assertThat(kept).isTrue();
        assertThat(await(recurrences.find("west", "8412")))
                .contains(new Series("8412", other, 2, NOW.plusSeconds(1), 2));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
