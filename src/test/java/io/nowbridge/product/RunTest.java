package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.costing;
import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.product;
import static io.nowbridge.product.RunningProducts.await;
import static io.nowbridge.template.TemplateFixtures.choosing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Run.Task;
import io.nowbridge.template.TemplateFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunTest {

    private final RunningProducts running = new RunningProducts(everything());

    @Test
    void aFirstRunCreatesWhatIsListedAndSaysSo() {
        running.catalogue.lists(products(600));

        var run = running.sync();

        assertThat(running.desk.created()).hasSize(600).doesNotHaveDuplicates();
        assertThat(running.desk.calls()).isEqualTo(3);
        assertThat(run.state()).isEqualTo(State.ENDED);
        assertThat(running.entry(run.id()).result()).isEqualTo(Result.SUCCESS);
        assertThat(running.entry(run.id()).counts()).isEqualTo(new Counts(600, 0, 0));
        assertThat(running.entry(run.id()).subjects())
                .containsEntry("created", "600")
                .containsEntry("edition", "edition 1")
                .containsEntry("run", run.id().value())
                .containsEntry("task", "sync");
    }

    @Test
    void anUnchangedCatalogueCostsNoCall() {
        running.catalogue.lists(products(600));
        running.sync();
        var calls = running.desk.calls();

        var run = running.sync();

        assertThat(running.desk.calls()).isEqualTo(calls);
        assertThat(run.found().unchanged()).isEqualTo(600);
        assertThat(running.entry(run.id()).result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void ofAChangedPriceOnlyTheRecordsThatHaveItAreWritten() {
        running.change(TemplateFixtures.without(everything(), "modelCost"));
        running.catalogue.lists(List.of(product("1")));
        running.sync();
        running.desk.records().get(new Sku("1")).get(Part.PRODUCT).put("name", "By hand");
        running.catalogue.lists(List.of(costing(product("1"), "20")));

        running.sync();

        assertThat(running.offer("1", "cost")).isEqualTo("20");
        assertThat(running.desk.records().get(new Sku("1")).get(Part.PRODUCT)).containsEntry("name", "By hand");
    }

    @Test
    void whatIsSoldNoMoreIsDeactivatedOnceAndActivatedWhenItReturns() {
        running.catalogue.lists(products(20));
        running.sync();
        running.catalogue.lists(products(19));

        var gone = running.sync();
        var still = running.sync();

        assertThat(gone.found().toDeactivate()).isEqualTo(1);
        assertThat(running.offer("19", "active")).isEqualTo("false");
        assertThat(still.found().changes()).isZero();

        running.catalogue.lists(products(20));
        running.sync();

        assertThat(running.offer("19", "active")).isEqualTo("true");
        assertThat(running.sync().found().changes()).isZero();
    }

    @Test
    void aDiscontinuedProductIsDeactivatedAlthoughItsStatusIsNotSelected() {
        running.change(choosing(everything(), "selectedStatuses", "active"));
        running.catalogue.lists(List.of(product("1"), product("2")));
        running.sync();
        running.catalogue.lists(List.of(ProductFixtures.being(product("1"), Status.DISCONTINUED), product("2")));

        running.sync();

        assertThat(running.offer("1", "active")).isEqualTo("false");
        assertThat(running.kept("1").active()).isFalse();
        assertThat(running.sync().found().changes()).isZero();
    }

    @Test
    void whatIsNotSelectedAnyMoreIsLeftAsItIs() {
        running.catalogue.lists(List.of(product("1"), product("2")));
        running.sync();
        running.change(choosing(everything(), "exceptSkus", "1"));
        running.catalogue.lists(List.of(costing(product("1"), "1"), product("2")));

        running.sync();

        assertThat(running.offer("1", "cost")).isEqualTo("27.1");
        assertThat(running.offer("1", "active")).isEqualTo("true");
    }

    @Test
    void whatAFileOfChangesLeavesOutStaysActive() {
        running.catalogue.lists(products(20));
        running.sync();
        running.catalogue.adds(List.of(costing(product("3"), "5")));

        var run = running.sync();

        assertThat(run.found().toUpdate()).isEqualTo(1);
        assertThat(run.found().vanished()).isZero();
        assertThat(running.offer("4", "active")).isEqualTo("true");
    }

    @Test
    void ofAProductThatIsListedTwiceTheLastRowCounts() {
        running.catalogue.lists(List.of(product("1"), costing(product("1"), "5"), product("2")));

        var run = running.sync();

        assertThat(running.offer("1", "cost")).isEqualTo("5");
        assertThat(run.found().duplicates()).isEqualTo(1);
        assertThat(run.found().listed()).isEqualTo(2);
    }

    @Test
    void aLastRowThatSaysNothingNewTakesBackWhatAnEarlierOneWanted() {
        running.catalogue.lists(List.of(product("1")));
        running.sync();
        running.catalogue.lists(List.of(costing(product("1"), "5"), product("1")));

        var run = running.sync();

        assertThat(run.found().changes()).isZero();
        assertThat(running.offer("1", "cost")).isEqualTo("27.1");
    }

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
    void aDryRunSaysWhatWouldBeDoneAndWritesNothing() {
        running.catalogue.lists(List.of(product("1"), product("2")));
        running.sync();
        running.catalogue.lists(List.of(costing(product("1"), "5"), product("2"), product("3")));

        var run = running.run(Task.DRY_RUN);

        assertThat(running.desk.records()).doesNotContainKey(new Sku("3"));
        assertThat(running.items(run))
                .extracting(Item::sku, Item::outcome)
                .containsExactlyInAnyOrder(
                        tuple(new Sku("1"), Outcome.DIFFERENT), tuple(new Sku("3"), Outcome.MISSING));
        assertThat(running.items(run).stream().flatMap(item -> item.differences().stream()))
                .contains(new Item.Difference(Part.OFFER, "cost", "27.1", "5"));
        assertThat(running.sync().found().changes()).isEqualTo(2);
    }

    @Test
    void whatAVerificationFindsChangedIsPutRightByTheNextRun() {
        running.catalogue.lists(products(20));
        running.sync();
        running.desk.records().get(new Sku("3")).get(Part.OFFER).put("cost", "1");
        running.desk.records().remove(new Sku("4"));

        var verified = running.run(Task.VERIFY);

        assertThat(verified.progress().of(Outcome.SAME)).isEqualTo(18);
        assertThat(verified.progress().of(Outcome.DIFFERENT)).isEqualTo(1);
        assertThat(verified.progress().of(Outcome.MISSING)).isEqualTo(1);

        running.sync();

        assertThat(running.run(Task.VERIFY).progress().of(Outcome.SAME)).isEqualTo(20);
    }

    @Test
    void aRefreshWritesPriceAndStockAsTheyAreNow() {
        running.catalogue.lists(products(3));
        running.sync();
        running.catalogue.asks(List.of(
                new Quote(new Sku("1"), Status.ACTIVE, ProductFixtures.amount("9.99"), "USD", 3),
                new Quote(new Sku("77"), Status.ACTIVE, ProductFixtures.amount("1"), "USD", 3)));

        var run = running.run(Task.REFRESH, "1", "77");

        assertThat(running.offer("1", "cost")).isEqualTo("9.99");
        assertThat(running.desk.records()).doesNotContainKey(new Sku("77"));
        assertThat(run.found().heldBack()).isEqualTo(1);
        assertThat(running.sync().found().toUpdate()).isEqualTo(1);
        assertThat(running.offer("1", "cost")).isEqualTo("27.1");
    }

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

    @Test
    void oneRunIsUnderWayAtATime() {
        running.catalogue.lists(products(6));
        var first = (StartRun.Outcome.Started) running.start(Task.SYNC);

        assertThat(running.start(Task.VERIFY))
                .isEqualTo(new StartRun.Outcome.Busy(first.run().id()));
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

    @Test
    void whereExistingProductsAreNotUpdatedNewOnesAreCreatedAndOldOnesDeactivatedAllTheSame() {
        running.catalogue.lists(products(20));
        running.sync();
        running.change(choosing(everything(), "updateExisting", "false"));
        var next = new ArrayList<>(products(19));
        next.set(1, costing(product("1"), "5"));
        next.add(product("new"));
        running.catalogue.lists(next);

        var run = running.sync();

        assertThat(running.offer("1", "cost")).isEqualTo("27.1");
        assertThat(run.found().toCreate()).isEqualTo(1);
        assertThat(run.found().toDeactivate()).isEqualTo(1);
        assertThat(run.found().toUpdate()).isZero();
    }

    @Test
    void whatIsAdoptedAndLeftAsItIsIsWrittenOnceThatIsWanted() {
        running.desk.has("1", "cost", "1");
        running.desk.leavesExisting(true);
        running.change(choosing(everything(), "updateExisting", "false"));
        running.catalogue.lists(products(3));

        var adopted = running.sync();

        assertThat(adopted.progress().of(Outcome.ADOPTED)).isEqualTo(1);
        assertThat(running.offer("1", "cost")).isEqualTo("1");
        assertThat(running.sync().found().changes()).isZero();

        running.change(everything());

        assertThat(running.sync().found().toUpdate()).isEqualTo(1);
        assertThat(running.offer("1", "cost")).isEqualTo("27.1");
    }

    @Test
    void aDryRunSaysWhatWouldBeAdoptedAndLeft() {
        running.desk.has("1", "cost", "1");
        running.change(choosing(everything(), "updateExisting", "false"));
        running.catalogue.lists(products(3));

        var run = running.run(Task.DRY_RUN);

        assertThat(run.progress().outcomes()).isEqualTo(Map.of(Outcome.ADOPTED, 1L, Outcome.MISSING, 2L));
        assertThat(running.items(run))
                .filteredOn(item -> item.outcome() == Outcome.ADOPTED)
                .allMatch(item -> item.differences().isEmpty());
    }

    @Test
    void aProductIsShownAsItIsListedKeptAndTold() {
        running.catalogue.lists(products(3));
        var run = running.sync();

        var shown = await(running.work.product().run(running.template().id(), new Sku("2")));

        assertThat(shown).isInstanceOfSatisfying(ShowProduct.Outcome.Shown.class, product -> {
            assertThat(product.listed()).contains(product("2"));
            assertThat(product.selected()).isTrue();
            assertThat(product.kept()).isPresent();
            assertThat(product.history()).extracting(ShowProduct.Told::run).containsExactly(run.id());
        });
    }

    @Test
    void whatASelectionChoosesIsCounted() {
        running.catalogue.lists(
                List.of(ProductFixtures.of("012034056", "Canon", "1"), ProductFixtures.of("013", "Canon", "2")));

        assertThat(await(running.work.selection().run(running.template().id(), Map.of("selectedCategories", "012"))))
                .isEqualTo(new CountSelection.Outcome.Counted(1, 2));
    }

    @Test
    void aCatalogueIsShownAsATreeOfItsCategories() {
        running.catalogue.lists(List.of(
                ProductFixtures.of("012034056", "Canon", "1"),
                ProductFixtures.of("012034057", "Canon", "2"),
                ProductFixtures.of("013", "Brother", "3")));

        var shown = (ShowCatalogue.Outcome.Shown) await(running.work.catalogue().run(TemplateFixtures.DISTRIBUTOR));

        var categories = shown.contents().categories();
        assertThat(shown.contents().products()).isEqualTo(3);
        assertThat(categories).extracting(ShowCatalogue.Category::code).containsExactly("012", "013");
        assertThat(categories.getFirst().products()).isEqualTo(2);
        assertThat(categories.getFirst().children().getFirst().children())
                .extracting(ShowCatalogue.Category::code)
                .containsExactly("012034056", "012034057");
        assertThat(shown.contents().manufacturers())
                .containsExactly(
                        new ShowCatalogue.Manufacturer("Brother", 1), new ShowCatalogue.Manufacturer("Canon", 2));
    }

    private static List<Product> products(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> product(Integer.toString(number)))
                .toList();
    }
}
