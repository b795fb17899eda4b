package io.nowbridge.product;

import static io.nowbridge.product.RunFixtures.FAILURE;
import static io.nowbridge.product.RunFixtures.NOW;
import static io.nowbridge.product.RunFixtures.OTHER_PAIRING;
import static io.nowbridge.product.RunFixtures.PAIRING;
import static io.nowbridge.product.RunFixtures.TEMPLATE;
import static io.nowbridge.product.RunFixtures.next;
import static io.nowbridge.product.RunFixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Run.Found;
import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Run.Task;
import io.nowbridge.product.Runs.Starting.Busy;
import io.nowbridge.product.Runs.Starting.Started;
import io.nowbridge.template.TemplateId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link Runs}. */
public abstract class RunsContract {

    protected static final Instant UNTIL = NOW.plusSeconds(900);

    private Runs runs = new InMemoryRuns();

    protected abstract Runs emptyStore();

    @BeforeEach
    void nothingStarted() {
        runs = emptyStore();
    }

    @Test
    void aRunIsFoundAsItWasStarted() {
        start(run("one"));

        assertThat(found("one")).isEqualTo(run("one"));
        assertThat(runs.find(new RunId("other")).await().indefinitely()).isEmpty();
    }

    @Test
    void aRunIsFoundWithEverythingThatIsKnownOfIt() {
        start(run("one"));
        var known = new Run(
                new RunId("one"),
                TEMPLATE,
                PAIRING,
                Task.VERIFY,
                List.of(new Sku("12-B/7"), new Sku("4711")),
                "maria",
                NOW,
                State.ENDED,
                true,
                3,
                Optional.of(new Edition("full.zip", NOW.minusSeconds(60), 123_456_789_012L, "etag-1")),
                new Found(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                List.of(FAILURE, new Failure("Line 7", "", WhoCanFix.NOBODY, "é")),
                new Progress(10, 0, Map.of(), Optional.of(NOW.plusSeconds(5))),
                Optional.empty(),
                Optional.of(FAILURE),
                Optional.of(Result.PARTIAL_SUCCESS),
                Optional.of(NOW.plusMillis(7_001)),
                2);

        change(known);

        assertThat(found("one")).isEqualTo(known);
    }

    @Test
    void whatARunWaitsForIsKnownUntilSomebodyTakesItUp() {
        start(run("one"));
        change(take("one", "w1", NOW).orElseThrow().waitingAgain(FAILURE));

        assertThat(found("one").waitingFor()).contains(FAILURE);
        assertThat(take("one", "w2", NOW).orElseThrow().waitingFor()).isEmpty();
    }

    @Test
    void whileOneIsUnderWayNoOtherOfItsPairingStarts() {
        start(run("one"));

        assertThat(start(run("two"))).isEqualTo(new Busy(new RunId("one")));
        assertThat(start(run("three", OTHER_PAIRING, NOW))).isEqualTo(new Started());
        assertThat(runs.find(new RunId("two")).await().indefinitely()).isEmpty();
    }

    @Test
    void whatWasStartedTwiceIsThereOnce() {
        start(run("one"));
        var taken = take("one", "w1", NOW).orElseThrow();

        assertThat(start(run("one"))).isEqualTo(new Started());
        assertThat(found("one")).isEqualTo(taken);
    }

    @Test
    void theEndOfOneLetsAnotherStart() {
        start(run("one"));
        change(next(run("one"), State.ENDED, Progress.NONE));

        assertThat(start(run("two"))).isEqualTo(new Started());
        assertThat(start(run("three"))).isEqualTo(new Busy(new RunId("two")));
    }

    @Test
    void thoseThatHaveNotEndedAreOpen() {
        start(run("one"));
        start(run("two", OTHER_PAIRING, NOW));
        change(next(run("one"), State.ENDED, Progress.NONE));

        assertThat(runs.open().await().indefinitely()).containsExactly(found("two"));
    }

    @Test
    void aChangeOfAnOlderVersionIsRefused() {
        start(run("one"));
        change(next(run("one"), State.HELD, Progress.NONE));

        var again = runs.change(next(run("one"), State.ENDED, Progress.NONE))
                .await()
                .indefinitely();

        assertThat(again).isFalse();
        assertThat(found("one").state()).isEqualTo(State.HELD);
        assertThat(runs.open().await().indefinitely()).hasSize(1);
    }

    @Test
    void whatIsUnknownIsNotChanged() {
        assertThat(runs.change(next(run("one"), State.ENDED, Progress.NONE))
                        .await()
                        .indefinitely())
                .isFalse();
    }

    @Test
    void aRunThatHasEndedIsChangedNoMore() {
        start(run("one"));
        change(next(run("one"), State.ENDED, Progress.NONE));
        start(run("two"));

        var again = runs.change(next(found("one"), State.ENDED, Progress.NONE))
                .await()
                .indefinitely();

        assertThat(again).isFalse();
        assertThat(start(run("three"))).isEqualTo(new Busy(new RunId("two")));
    }

    @Test
    void whoeverTakesARunPlansItsNextAttempt() {
        start(run("one"));

        var taken = take("one", "w1", NOW).orElseThrow();

        assertThat(taken.state()).isEqualTo(State.PLANNING);
        assertThat(taken.attempt()).isOne();
        assertThat(taken.version()).isEqualTo(2);
        assertThat(found("one")).isEqualTo(taken);
    }

    @Test
    void whileOnePlansARunNoOtherTakesIt() {
        start(run("one"));
        take("one", "w1", NOW);

        assertThat(take("one", "w2", UNTIL.minusMillis(1))).isEmpty();
    }

    @Test
    void aPlannerThatDoesNotEndIsReplacedAndChangesNothingAnyMore() {
        start(run("one"));
        var first = take("one", "w1", NOW).orElseThrow();

        var second = take("one", "w2", UNTIL).orElseThrow();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(runs.change(next(first, State.WRITING, Progress.NONE))
                        .await()
                        .indefinitely())
                .isFalse();
        assertThat(found("one")).isEqualTo(second);
    }

    @Test
    void whatIsHeldOrWrittenOrEndedOrUnknownIsNotTaken() {
        start(run("held"));
        change(next(run("held"), State.HELD, Progress.NONE));
        start(run("written", OTHER_PAIRING, NOW));
        change(next(run("written", OTHER_PAIRING, NOW), State.WRITING, Progress.NONE));

        assertThat(take("held", "w1", UNTIL)).isEmpty();
        assertThat(take("written", "w1", UNTIL)).isEmpty();
        assertThat(take("unknown", "w1", UNTIL)).isEmpty();
    }

    @Test
    void whatWaitsAgainIsTakenAgainAtOnce() {
        start(run("one"));
        var taken = take("one", "w1", NOW).orElseThrow();
        change(next(taken, State.WAITING, Progress.NONE));

        assertThat(take("one", "w2", NOW).orElseThrow().attempt()).isEqualTo(2);
    }

    @Test
    void thoseOfATemplateAreListedNewestFirstPageByPage() {
        List.of("one", "two", "three").forEach(id -> {
            start(run(id, PAIRING, NOW.plusSeconds(id.length())));
            change(next(run(id, PAIRING, NOW.plusSeconds(id.length())), State.ENDED, Progress.NONE));
        });

        var first = runs.page(TEMPLATE, new PageRequest(2, Optional.empty()))
                .await()
                .indefinitely();
        var second =
                runs.page(TEMPLATE, new PageRequest(2, first.next())).await().indefinitely();

        assertThat(first.items()).extracting(run -> run.id().value()).containsExactly("three", "two");
        assertThat(second.items()).extracting(run -> run.id().value()).containsExactly("one");
        assertThat(second.items().getFirst()).isEqualTo(found("one"));
        assertThat(second.next()).isEmpty();
        assertThat(runs.page(new TemplateId("other"), new PageRequest(2, Optional.empty()))
                        .await()
                        .indefinitely()
                        .items())
                .isEmpty();
    }

    private Runs.Starting start(Run run) {
        return runs.start(run).await().indefinitely();
    }

    private void change(Run run) {
        assertThat(runs.change(run).await().indefinitely()).isTrue();
    }

    private Optional<Run> take(String id, String owner, Instant now) {
        return runs.take(new RunId(id), owner, now, now.plusSeconds(900))
                .await()
                .indefinitely();
    }

    private Run found(String id) {
        return runs.find(new RunId(id)).await().indefinitely().orElseThrow();
    }
}
