package io.nowbridge.activity;

import static io.nowbridge.activity.ActivityFixtures.NOW;
import static io.nowbridge.activity.EntryFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Repeat.Outcome.NotFromHere;
import io.nowbridge.activity.Repeat.Outcome.NotNow;
import io.nowbridge.activity.Repeat.Outcome.Retried;
import io.nowbridge.activity.RetryEntry.Order;
import io.nowbridge.activity.RetryEntry.Outcome;
import io.nowbridge.activity.RetryEntry.Outcome.NoSuchEntry;
import io.nowbridge.activity.RetryEntry.Outcome.NotFailed;
import io.nowbridge.activity.RetryEntry.Outcome.Tried;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryEntryTest {

    private static final Activity FAILED = entry("one", "deliverTicketUpdate", Result.FAILED, Map.of("anomaly", "456"));

    private final InMemoryActivity history = new InMemoryActivity();
    private final Again again = new Again();
    private final RetryEntry retry =
            new RetryEntry(history, history, List.of(again), InstantSource.fixed(NOW.plusSeconds(60)), () -> "retry-1");

    /** Knows one function's entries, and remembers which it was given, and by whom. */
    private static final class Again implements Repeat {

        private final List<Activity> given = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private Repeat.Outcome outcome = new Retried(2);

        @Override
        public Set<String> functions() {
            return Set.of("deliverTicketUpdate");
        }

        @Override
        public Uni<Repeat.Outcome> run(Activity entry, String by, Optional<String> note) {
            return Uni.createFrom().item(() -> {
                given.add(entry);
                asked.add(by);
                return outcome;
            });
        }
    }

    @Test
    void whatFailedIsTriedByWhoeverKnowsIt() {
        history.record(FAILED).await().indefinitely();

        assertThat(retry(FAILED)).isEqualTo(new Tried(new Retried(2)));
        assertThat(again.given).containsExactly(FAILED);
        assertThat(again.asked).containsExactly("maria");
    }

    @Test
    void whoTriedWhatAgainIsLogged() {
        history.record(FAILED).await().indefinitely();

        retry(FAILED);

        assertThat(history.entries().getLast())
                .returns("maria", Activity::startedBy)
                .returns(Operation.REPLAY, Activity::operation)
                .returns(Map.of("anomaly", "456", "action", "retry", "entry", "one", "items", "2"), Activity::subjects);
    }

    @Test
    void whatCannotBeTriedNowLeavesNoEntry() {
        history.record(FAILED).await().indefinitely();
        again.outcome = new NotNow("Somebody else is at work");

        assertThat(retry(FAILED)).isEqualTo(new Tried(again.outcome));
        assertThat(history.entries()).containsExactly(FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Result.class,
            names = {"SUCCESS", "UNDER_WAY"})
    void whatHasNotFailedIsNotTried(Result result) {
        var entry = entry("one", "deliverTicketUpdate", result, Map.of());
        history.record(entry).await().indefinitely();

        assertThat(retry(entry)).isEqualTo(new NotFailed(result));
        assertThat(again.given).isEmpty();
    }

    @Test
    void whatNobodyKnowsHowToRepeatIsSaidToBe() {
        var entry = entry("one", "connections", Result.FAILED, Map.of());
        history.record(entry).await().indefinitely();

        assertThat(retry(entry))
                .isInstanceOfSatisfying(
                        Tried.class, tried -> assertThat(tried.outcome()).isInstanceOf(NotFromHere.class));
    }

    @Test
    void whatIsNotThereIsNotTried() {
        assertThat(retry(FAILED)).isEqualTo(new NoSuchEntry());
        assertThat(again.given).isEmpty();
    }

    private Outcome retry(Activity entry) {
        return retry.run(new Order("maria", entry.key(), Optional.empty()))
                .await()
                .indefinitely();
    }
}
