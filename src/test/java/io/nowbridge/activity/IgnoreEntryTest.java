package io.nowbridge.activity;

import static io.nowbridge.activity.ActivityFixtures.NOW;
import static io.nowbridge.activity.EntryFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity.Ignored;
import io.nowbridge.activity.IgnoreEntry.Order;
import io.nowbridge.activity.IgnoreEntry.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IgnoreEntryTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    private final InMemoryActivity history = new InMemoryActivity();
    private final IgnoreEntry ignore = new IgnoreEntry(history, history, InstantSource.fixed(LATER), () -> "ignore-1");

    @ParameterizedTest
    @EnumSource(
            value = Result.class,
            names = {"FAILED", "PARTIAL_SUCCESS"})
    void whatFailedIsLeftAsItIsWithTheReason(Result result) {
        var entry = given(result);

        assertThat(ignore(entry)).isEqualTo(new Outcome.Noted());
        assertThat(ignored(entry)).contains(new Ignored("maria", LATER, "It was a test"));
    }

    @Test
    void whoLeftItIsLogged() {
        ignore(given(Result.FAILED));

        assertThat(history.entries().getLast())
                .returns("maria", Activity::startedBy)
                .returns(Map.of("action", "ignore", "entry", "one", "reason", "It was a test"), Activity::subjects);
    }

    @ParameterizedTest
    @EnumSource(
            value = Result.class,
            names = {"SUCCESS", "UNDER_WAY"})
    void whereNothingFailedThereIsNothingToLeave(Result result) {
        var entry = given(result);

        assertThat(ignore(entry)).isEqualTo(new Outcome.NotFailed(result));
        assertThat(ignored(entry)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotLeft() {
        assertThat(ignore(entry("one", "followTicket", Result.FAILED, Map.of())))
                .isEqualTo(new Outcome.NoSuchEntry());
    }

    private Optional<Ignored> ignored(Activity entry) {
        return history.find(entry.key()).await().indefinitely().flatMap(Activity::ignored);
    }

    private Activity given(Result result) {
        var entry = entry("one", "followTicket", result, Map.of());
        history.record(entry).await().indefinitely();
        return entry;
    }

    private Outcome ignore(Activity entry) {
        return ignore.run(new Order("maria", entry.key(), "It was a test"))
                .await()
                .indefinitely();
    }
}
