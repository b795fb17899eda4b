package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.products;
import static io.nowbridge.product.RunningProducts.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Result;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Run.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CancelRunTest {

    private final RunningProducts running = new RunningProducts(everything());

    @Test
    void afterACancellationNoChunkIsBegun() {
        running.catalogue.lists(products(600));
        var started = (StartRun.Outcome.Started) running.start(Task.SYNC);
        running.desk.meanwhile(
                () -> await(running.work.cancel().run(started.run().id(), "otto")));

        running.deliver();

        var entry = running.entry(started.run().id());
        assertThat(running.desk.calls()).isEqualTo(1);
        assertThat(entry.result()).isEqualTo(Result.PARTIAL_SUCCESS);
        assertThat(entry.counts()).isEqualTo(new Counts(250, 350, 0));
        assertThat(entry.failures().getFirst().cause()).isEqualTo("otto cancelled it");
    }

    @Test
    void aCancellationDoesNotWaitForChunksThatArePutOff() {
        running.desk.failNext(ProductFixtures.down(Duration.ofMinutes(50), true), 1);
        running.catalogue.lists(products(600));
        var run = running.sync();

        await(running.work.cancel().run(run.id(), "otto"));

        var ended = running.runs.run(run.id());
        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(ended.untried()).isEqualTo(600);
        assertThat(running.entry(run.id()).counts()).isEqualTo(new Counts(0, 600, 0));
        assertThat(running.entry(run.id()).subjects()).containsEntry("untried", "600");
    }

    @Test
    void aCancellationWaitsForWhoIsAtWorkNoLongerThanHisTime() {
        running.desk.failNext(ProductFixtures.down(Duration.ofMinutes(50), true), 1);
        running.catalogue.lists(products(600));
        var run = running.sync();
        var taken = running.chunks.of(run.id(), run.attempt()).getLast().key();
        await(running.chunks.take(
                taken, "a worker", running.now(), running.now().plus(Duration.ofMinutes(5))));

        await(running.work.cancel().run(run.id(), "otto"));

        assertThat(running.runs.run(run.id()).state()).isEqualTo(State.WRITING);

        running.pass(Duration.ofMinutes(6));

        assertThat(running.runs.run(run.id()).state()).isEqualTo(State.ENDED);
    }

    @Test
    void whoTakesAChunkOfARunThatIsCancelledMeanwhileWritesNothing() {
        running.catalogue.lists(products(600));
        var started = (StartRun.Outcome.Started) running.start(Task.SYNC);
        running.chunks.beforeTaking(
                () -> await(running.work.cancel().run(started.run().id(), "otto")));

        running.deliver();

        assertThat(running.desk.calls()).isZero();
        assertThat(running.runs.run(started.run().id()).untried()).isEqualTo(600);
        assertThat(running.entry(started.run().id()).counts()).isEqualTo(new Counts(0, 600, 0));
    }

    @Test
    void aRunThatNobodyHasPlannedYetIsCancelledAtOnce() {
        running.catalogue.lists(products(6));
        var started = (StartRun.Outcome.Started) running.start(Task.SYNC);

        await(running.work.cancel().run(started.run().id(), "otto"));
        running.deliver();

        assertThat(running.runs.run(started.run().id()).state()).isEqualTo(State.ENDED);
        assertThat(running.desk.calls()).isZero();
    }

    @Test
    void aRunThatIsCancelledWhileItsCatalogueIsReadWritesNothing() {
        running.catalogue.lists(products(6));
        var started = (StartRun.Outcome.Started) running.start(Task.SYNC);
        running.catalogue.meanwhile(
                () -> await(running.work.cancel().run(started.run().id(), "otto")));

        running.deliver();

        assertThat(running.runs.run(started.run().id()).state()).isEqualTo(State.ENDED);
        assertThat(running.entry(started.run().id()).result()).isEqualTo(Result.FAILED);
        assertThat(running.desk.calls()).isZero();
    }
}
