package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.products;
import static io.nowbridge.product.RunningProducts.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Run.State;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnfitEditionTest {

    private final RunningProducts running = new RunningProducts(everything());

    @Test
    void rowsThatCannotBeReadAreNamedAndCounted() {
        running.catalogue.is(
                true,
                Stream.concat(
                        products(200).stream().map(Row.Listed::new),
                        Stream.of(new Row.Malformed(7, "It has 3 fields"))));

        var run = running.sync();

        var entry = running.entry(run.id());
        assertThat(entry.result()).isEqualTo(Result.PARTIAL_SUCCESS);
        assertThat(entry.counts()).isEqualTo(new Counts(200, 1, 0));
        assertThat(entry.failures()).extracting(Failure::subject).containsExactly("line 7");
    }

    @Test
    void aFileOfWhichMoreThanOneRowInAHundredCannotBeReadIsRefused() {
        running.catalogue.is(
                true,
                Stream.concat(
                        products(98).stream().map(Row.Listed::new),
                        Stream.of(new Row.Malformed(7, "It has 3 fields"))));

        var run = running.sync();

        assertThat(running.desk.calls()).isZero();
        assertThat(run.result()).contains(Result.FAILED);
        assertThat(running.entry(run.id()).failures())
                .extracting(Failure::cause)
                .first()
                .isEqualTo("The catalogue is refused: 1 of its 99 rows cannot be read");
    }

    @Test
    void aFileThatLacksTooMuchWaitsForAPerson() {
        running.catalogue.lists(products(20));
        running.sync();
        running.catalogue.lists(products(17));

        var held = running.sync();

        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.found().vanished()).isEqualTo(3);
        assertThat(held.waitingFor())
                .contains(new Failure(
                        "edition 2",
                        "3 of 20 products are no longer listed; the limit is 10 %",
                        WhoCanFix.ADMINISTRATOR,
                        "Confirm the run if they are really sold no more, or cancel it: then the next file counts."));
        assertThat(running.entry(held.id()).result()).isEqualTo(Result.UNDER_WAY);
        assertThat(running.entry(held.id()).failures())
                .isEqualTo(held.waitingFor().stream().toList());
        assertThat(running.offer("19", "active")).isEqualTo("true");

        await(running.work.confirm().run(held.id(), "otto"));
        running.deliver();

        assertThat(running.runs.run(held.id()).result()).contains(Result.SUCCESS);
        assertThat(running.runs.run(held.id()).waitingFor()).isEmpty();
        assertThat(running.offer("19", "active")).isEqualTo("false");
        assertThat(running.entry(held.id()).startedBy()).isEqualTo("otto");
    }

    @Test
    void aCatalogueThatCannotBeReadNowIsReadLater() {
        running.catalogue.lists(products(6));
        running.catalogue.failNext(ProductFixtures.down(Duration.ofSeconds(1), false));

        var run = running.sync();

        assertThat(run.state()).isEqualTo(State.WAITING);
        assertThat(run.waitingFor())
                .map(Failure::cause)
                .contains(ProductFixtures.down(Duration.ofSeconds(1), false).getMessage());

        running.pass(Duration.ofMinutes(2));

        var ended = running.runs.run(run.id());
        assertThat(ended.result()).contains(Result.SUCCESS);
        assertThat(ended.waitingFor()).isEmpty();
    }

    @Test
    void withoutAnEditionThereIsNothingToRun() {
        var run = running.sync();

        assertThat(run.result()).contains(Result.FAILED);
        assertThat(run.stop().orElseThrow().cause()).isEqualTo("No edition of its catalogue has arrived yet");
    }
}
