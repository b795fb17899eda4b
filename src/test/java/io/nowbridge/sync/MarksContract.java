package io.nowbridge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of marks does. */
public abstract class MarksContract {

    private static final Optional<Instant> FOREVER = Optional.empty();

    protected abstract Marks marks();

    @Test
    void whatWasNeverKeptIsNotFound() {
        assertThat(found("never")).isEmpty();
    }

    @Test
    void whatWasKeptIsFound() {
        keep("one", "1");

        assertThat(found("one")).contains("1");
    }

    @Test
    void theLastValueStands() {
        keep("two", "1");
        keep("two", "");

        assertThat(found("two")).contains("");
    }

    @Test
    void aMarkIsReplacedByWhoKnowsWhatItSays() {
        assertThat(replace("three", Optional.empty(), "1")).isTrue();
        assertThat(replace("three", Optional.of("1"), "2")).isTrue();

        assertThat(found("three")).contains("2");
    }

    @Test
    void aMarkThatSaysSomethingElseByNowStays() {
        keep("four", "1");

        assertThat(replace("four", Optional.empty(), "2")).isFalse();
        assertThat(replace("four", Optional.of("0"), "2")).isFalse();
        assertThat(found("four")).contains("1");
    }

    @Test
    void aMarkMayHaveAnEnd() {
        marks().keep("five", "1", Optional.of(Instant.parse("2126-01-01T00:00:00Z")))
                .await()
                .indefinitely();

        assertThat(found("five")).contains("1");
    }

    private void keep(String name, String value) {
        marks().keep(name, value, FOREVER).await().indefinitely();
    }

    private Optional<String> found(String name) {
        return marks().find(name).await().indefinitely();
    }

    private boolean replace(String name, Optional<String> before, String value) {
        return marks().replace(name, before, value, FOREVER).await().indefinitely();
    }
}
