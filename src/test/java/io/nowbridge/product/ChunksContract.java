package io.nowbridge.product;

import static io.nowbridge.product.RunFixtures.NOW;
import static io.nowbridge.product.RunFixtures.chunk;
import static io.nowbridge.product.RunFixtures.item;
import static io.nowbridge.product.RunFixtures.next;
import static io.nowbridge.product.RunFixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Runs.Taking.Ended;
import io.nowbridge.product.Runs.Taking.Later;
import io.nowbridge.product.Runs.Taking.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of {@link Runs.Chunks} for those who work on them. */
public abstract class ChunksContract extends PlannedChunks {

    @Test
    void aChunkIsTakenAsItWasAdded() {
        var chunk = chunk(writing(1), 7, 0, "a", "b");
        add(chunk);

        assertThat(take(chunk, "w1", NOW)).isEqualTo(new Taken(chunk));
    }

    @Test
    void aLargeChunkIsTakenWhole() {
        var skus = IntStream.range(0, Chunk.MOST).mapToObj(number -> "SKU-" + number);
        var chunk = chunk(writing(1), 7, 0, skus.toArray(String[]::new));
        add(chunk);

        assertThat(take(chunk, "w1", NOW)).isEqualTo(new Taken(chunk));
    }

    @Test
    void whatWasAddedTwiceIsThereOnce() {
        var run = writing(1);
        add(chunk(run, 7, 0, "a"));
        add(chunk(run, 7, 0, "a"));

        assertThat(due(run, NOW)).containsExactly(chunk(run, 7, 0, "a").key());
    }

    @Test
    void whatNobodyWorksOnIsDueInItsOrder() {
        var run = writing(3);
        add(chunk(run, 2047, 0, "d"), chunk(run, 7, 1, "b"), chunk(run, 7, 0, "a"), chunk(run, 10, 0, "c"));
        take(chunk(run, 10, 0, "c"), "w1", NOW);

        assertThat(due(run, NOW))
                .extracting(key -> key.place() + "." + key.part())
                .containsExactly("7.0", "7.1", "2047.0");
        assertThat(due(run, UNTIL))
                .extracting(key -> key.place() + "." + key.part())
                .containsExactly("7.0", "7.1", "10.0", "2047.0");
    }

    @Test
    void eachPlanHasItsOwn() {
        var run = writing(1);
        add(chunk(run, 7, 0, "a"));

        assertThat(due(run.id(), run.attempt() + 1, NOW)).isEmpty();
        assertThat(due(new RunId("other"), run.attempt(), NOW)).isEmpty();
    }

    @Test
    void whileOneWorksOnAChunkNoOtherDoes() {
        var chunk = chunk(writing(1), 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW);

        assertThat(take(chunk, "w2", UNTIL.minusMillis(1))).isEqualTo(new Later(UNTIL));
    }

    @Test
    void aWorkerThatDoesNotEndIsReplaced() {
        var chunk = chunk(writing(1), 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW);

        assertThat(take(chunk, "w2", UNTIL)).isEqualTo(new Taken(new Chunk(chunk.key(), chunk.changes(), 1)));
    }

    @Test
    void whatIsUnknownNeedsNoWork() {
        assertThat(take(chunk(run("one"), 7, 0, "a"), "w1", NOW)).isEqualTo(new Ended());
    }

    @Test
    void whatIsGivenBackIsDueWhenItsTimeHasCome() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        var later = NOW.plusSeconds(20);
        add(chunk);
        take(chunk, "w1", NOW);

        stores.chunks().giveBack(chunk.key(), "w1", later).await().indefinitely();

        assertThat(due(run, later.minusMillis(1))).isEmpty();
        assertThat(due(run, later)).containsExactly(chunk.key());
        assertThat(take(chunk, "w2", later.minusMillis(1))).isEqualTo(new Later(later));
        assertThat(take(chunk, "w2", later)).isEqualTo(new Taken(new Chunk(chunk.key(), chunk.changes(), 1)));
    }

    @Test
    void whatNobodyWorksOnIsIdleWhetherItsTimeHasComeOrNot() {
        var run = writing(4);
        add(chunk(run, 7, 0, "a"), chunk(run, 8, 0, "b"), chunk(run, 9, 0, "c"), chunk(run, 10, 0, "d"));
        take(chunk(run, 7, 0, "a"), "w1", NOW);
        take(chunk(run, 8, 0, "b"), "w2", NOW);
        take(chunk(run, 9, 0, "c"), "w3", NOW);
        end(chunk(run, 7, 0, "a"), "w1", item("a", Outcome.CREATED));
        stores.chunks()
                .giveBack(chunk(run, 8, 0, "b").key(), "w2", NOW.plusSeconds(3600))
                .await()
                .indefinitely();

        assertThat(idle(run, NOW)).isEqualTo(2);
        assertThat(idle(run, UNTIL)).isEqualTo(3);
    }

    @Test
    void whoeverLostAChunkGivesNothingBack() {
        var chunk = chunk(writing(1), 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW);
        take(chunk, "w2", UNTIL);

        stores.chunks().giveBack(chunk.key(), "w1", NOW).await().indefinitely();

        assertThat(take(chunk, "w3", UNTIL)).isEqualTo(new Later(UNTIL.plusSeconds(300)));
    }

    @Test
    void whatBecameOfAChunkCountsForItsRun() {
        var run = writing(2);
        var one = chunk(run, 7, 0, "a", "b", "c");
        var two = chunk(run, 8, 0, "d");
        add(one, two);
        take(one, "w1", NOW);
        take(two, "w2", NOW);

        end(one, "w1", item("a", Outcome.CREATED), item("b", Outcome.FAILED), item("c", Outcome.UPDATED));
        var after = end(two, "w2", item("d", Outcome.SAME)).orElseThrow();

        assertThat(after.progress())
                .isEqualTo(new Progress(
                        2,
                        2,
                        Map.of(Outcome.CREATED, 1L, Outcome.UPDATED, 1L, Outcome.FAILED, 1L, Outcome.SAME, 1L),
                        Optional.of(NOW)));
        assertThat(stores.runs().find(run.id()).await().indefinitely()).contains(after);
    }

    @Test
    void aChunkCountsOnce() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW);
        end(chunk, "w1", item("a", Outcome.CREATED));

        var again = end(chunk, "w1", item("a", Outcome.FAILED));

        assertThat(again).isEmpty();
        assertThat(stores.runs()
                        .find(run.id())
                        .await()
                        .indefinitely()
                        .orElseThrow()
                        .progress())
                .isEqualTo(new Progress(1, 1, Map.of(Outcome.CREATED, 1L), Optional.of(NOW)));
        assertThat(items(run, Optional.empty())).containsExactly(item("a", Outcome.CREATED));
    }

    @Test
    void whatEndedNeedsNoWork() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW);
        end(chunk, "w1", item("a", Outcome.CREATED));
        stores.chunks().giveBack(chunk.key(), "w1", NOW).await().indefinitely();

        assertThat(take(chunk, "w2", UNTIL)).isEqualTo(new Ended());
        assertThat(due(run, UNTIL)).isEmpty();
    }

    @Test
    void whoeverLostAChunkEndsNothing() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW);
        take(chunk, "w2", UNTIL);

        assertThat(end(chunk, "w1", item("a", Outcome.FAILED))).isEmpty();
        assertThat(end(chunk, "w2", item("a", Outcome.CREATED))).isPresent();
        assertThat(items(run, Optional.empty())).containsExactly(item("a", Outcome.CREATED));
    }

    @Test
    void whatAWorkerEndsAfterItsTimeCountsIfNobodyHasTakenIt() {
        var chunk = chunk(writing(1), 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW.minusSeconds(100_000));

        assertThat(end(chunk, "w1", item("a", Outcome.CREATED))).isPresent();
    }

    @Test
    void aChunkOfAPlanThatDoesNotCountCountsNot() {
        var run = writing(1);
        var stray = new Chunk(
                new ChunkKey(run.id(), run.attempt() + 1, 7, 0),
                chunk(run, 7, 0, "a").changes(),
                0);
        add(stray);
        take(stray, "w1", NOW);

        assertThat(end(stray, "w1", item("a", Outcome.CREATED))).isEmpty();
        assertThat(stores.runs().find(run.id()).await().indefinitely()).contains(run);
    }

    @Test
    void aChunkOfARunThatHasEndedCountsNot() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW);
        stores.runs().change(next(run, State.ENDED, run.progress())).await().indefinitely();

        assertThat(end(chunk, "w1", item("a", Outcome.CREATED))).isEmpty();
        assertThat(items(run, Optional.empty())).isEmpty();
    }

    @Test
    void aRunIsChangedWhileItsChunksEndAndNothingIsLost() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        add(chunk);
        take(chunk, "w1", NOW);
        end(chunk, "w1", item("a", Outcome.CREATED));

        var changed = stores.runs()
                .change(next(run, State.ENDED, run.progress()))
                .await()
                .indefinitely();

        assertThat(changed).isTrue();
        assertThat(stores.runs()
                        .find(run.id())
                        .await()
                        .indefinitely()
                        .orElseThrow()
                        .progress())
                .isEqualTo(new Progress(1, 1, Map.of(Outcome.CREATED, 1L), Optional.of(NOW)));
    }

    private long idle(Run run, Instant now) {
        return stores.chunks().idle(run.id(), run.attempt(), now).await().indefinitely();
    }

    private List<ChunkKey> due(Run run, Instant now) {
        return due(run.id(), run.attempt(), now);
    }

    private List<ChunkKey> due(RunId run, int attempt, Instant now) {
        return stores.chunks().due(run, attempt, now).collect().asList().await().indefinitely();
    }
}
