package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.costing;
import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.product;
import static io.nowbridge.product.ProductFixtures.products;
import static io.nowbridge.template.TemplateFixtures.choosing;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.SystemType;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Run.State;
import io.nowbridge.product.Run.Task;
import io.nowbridge.template.TemplateFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    void newProductsOfOnePartNumberAreCountedOverAllChunks() {
        running.catalogue.lists(products(600).stream()
                .map(product -> ProductFixtures.ofPartNumber(product, "MPN"))
                .toList());

        var run = running.sync();

        assertThat(running.chunks.of(run.id(), run.attempt()).stream().flatMap(chunk -> chunk.changes().stream()))
                .extracting(Change::twins)
                .containsExactlyElementsOf(IntStream.range(0, 600).boxed().toList());
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
    void noRunIsStartedWhereTheDeskCanKeepNoProducts() {
        running.connections.given(ConnectionFixtures.connection(TemplateFixtures.DESK.value(), SystemType.AUTOTASK));

        for (var task : Task.values()) {
            assertThat(running.start(task))
                    .isInstanceOfSatisfying(
                            StartRun.Outcome.NotReady.class,
                            refused -> assertThat(refused.obstacles())
                                    .extracting(Failure::cause)
                                    .containsExactly("Products cannot be kept in Autotask PSA yet"));
        }
        assertThat(running.allRuns()).isEmpty();
    }

    @Test
    void oneRunIsUnderWayAtATime() {
        running.catalogue.lists(products(6));
        var first = (StartRun.Outcome.Started) running.start(Task.SYNC);

        assertThat(running.start(Task.VERIFY))
                .isEqualTo(new StartRun.Outcome.Busy(first.run().id()));
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
}
