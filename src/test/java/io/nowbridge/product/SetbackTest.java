package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.products;
import static io.nowbridge.product.RunningProducts.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.product.Run.Task;
import io.nowbridge.template.TemplateFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetbackTest {

    private final RunningProducts running = new RunningProducts(everything());

    @Test
    void oneProductsFailureStopsNoOtherAndTheNextRunTriesItAgain() {
        running.desk.refused().add(new Sku("3"));
        running.catalogue.lists(products(300));

        var run = running.sync();

        var entry = running.entry(run.id());
        assertThat(entry.result()).isEqualTo(Result.PARTIAL_SUCCESS);
        assertThat(entry.counts()).isEqualTo(new Counts(299, 1, 0));
        assertThat(entry.failures()).extracting(Failure::subject).containsExactly("3");

        running.desk.refused().clear();

        assertThat(running.sync().found().toCreate()).isEqualTo(1);
        assertThat(running.desk.records()).containsKey(new Sku("3"));
    }

    @Test
    void aRetryIsAboutWhatHasFailedAlone() {
        running.desk.refused().addAll(List.of(new Sku("3"), new Sku("4")));
        running.catalogue.lists(products(300));
        var run = running.sync();
        running.desk.refused().clear();

        var retried = await(running.work.retry().run(run.id(), "maria"));
        running.deliver();

        assertThat(retried)
                .isInstanceOfSatisfying(
                        RetryRun.Outcome.Tried.class,
                        tried -> assertThat(tried.outcome())
                                .isInstanceOfSatisfying(
                                        StartRun.Outcome.Started.class,
                                        started -> assertThat(started.run().only())
                                                .containsExactlyInAnyOrder(new Sku("3"), new Sku("4"))));
        assertThat(running.desk.records()).hasSize(300);
        assertThat(await(running.work.retry().run(run.id(), "maria"))).isInstanceOf(RetryRun.Outcome.Tried.class);
    }

    @Test
    void whoRetriesTheEntryOfARunIsWhoStartedTheNextOne() {
        running.desk.refused().add(new Sku("3"));
        running.catalogue.lists(products(300));
        var run = running.sync();
        running.desk.refused().clear();

        var repeated = await(running.work.repeat().run(running.entry(run.id()), "otto", Optional.empty()));
        running.deliver();

        var next = running.allRuns().getFirst();
        assertThat(repeated).isEqualTo(new Repeat.Outcome.Retried(1));
        assertThat(next.startedBy()).isEqualTo("otto");
        assertThat(running.entry(next.id()).startedBy()).isEqualTo("otto");
        assertThat(running.entry(run.id()).startedBy()).isEqualTo("maria");
    }

    @Test
    void anOutageIsWaitedFor() {
        running.desk.failNext(ProductFixtures.down(Duration.ofSeconds(2), false), 5);
        running.catalogue.lists(products(10));

        var run = running.sync();
        running.passUntilAllEnded();

        assertThat(running.runs.run(run.id()).result()).contains(Result.SUCCESS);
        assertThat(running.desk.records()).hasSize(10);
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAloneByEverybody() {
        running.desk.failNext(ProductFixtures.down(Duration.ofMinutes(20), true), 1);
        running.catalogue.lists(products(600));
        running.sync();

        running.pass(Duration.ofMinutes(19));

        assertThat(running.desk.calls()).isEqualTo(1);

        running.pass(Duration.ofMinutes(10));

        assertThat(running.desk.records()).hasSize(600);
    }

    @Test
    void whatCannotBeWrittenForADayIsGivenUp() {
        running.desk.failNext(ProductFixtures.down(Duration.ofSeconds(2), false), 10_000);
        running.catalogue.lists(products(10));

        var run = running.sync();
        running.passUntilAllEnded();

        var ended = running.runs.run(run.id());
        assertThat(ended.result()).contains(Result.FAILED);
        assertThat(Duration.between(run.at(), ended.endedAt().orElseThrow()))
                .isBetween(Duration.ofHours(24), Duration.ofHours(25));
        assertThat(running.entry(run.id()).counts()).isEqualTo(new Counts(0, 10, 0));
        assertThat(running.entry(run.id()).failures())
                .extracting(Failure::cause)
                .containsOnly("The desk did not answer");
    }

    @Test
    void refusedCredentialsEndTheRunAtOnce() {
        running.desk.failNext(ProductFixtures.refused(), 1);
        running.catalogue.lists(products(600));

        var run = running.sync();

        var entry = running.entry(run.id());
        assertThat(running.desk.calls()).isEqualTo(1);
        assertThat(entry.result()).isEqualTo(Result.FAILED);
        assertThat(entry.counts()).isEqualTo(new Counts(0, 600, 0));
        assertThat(entry.failures())
                .extracting(Failure::cause)
                .containsExactly("The desk accepts no credentials", "600 products were not tried any more");
    }

    @Test
    void aConnectionThatIsClosedMeanwhileEndsTheRun() {
        running.catalogue.lists(products(600));
        running.desk.failNext(ProductFixtures.down(Duration.ofMinutes(2), false), 3);
        var run = running.sync();
        running.connections.given(
                ConnectionFixtures.disabled(ConnectionFixtures.connection(TemplateFixtures.DESK.value())));

        running.passUntilAllEnded();

        assertThat(running.runs.run(run.id()).result()).contains(Result.FAILED);
        assertThat(running.entry(run.id()).failures().getFirst().cause()).contains("Disabled");
    }

    @Test
    void aPlanThatNeverComesToAnEndIsGivenUp() {
        running.catalogue.lists(products(6));
        var run = ((StartRun.Outcome.Started) running.start(Task.SYNC)).run();
        for (var attempt = 1; attempt <= 30; attempt++) {
            assertThat(await(running.runs.take(run.id(), "dies " + attempt, running.now(), running.now())))
                    .isPresent();
        }
        running.passWithoutTicks(Duration.ofHours(25));

        running.deliver();

        assertThat(running.runs.run(run.id()).result()).contains(Result.FAILED);
        assertThat(running.entry(run.id()).failures().getFirst().cause()).contains("31 times");
    }
}
