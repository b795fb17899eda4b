package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.costing;
import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.product;
import static io.nowbridge.product.ProductFixtures.products;
import static io.nowbridge.template.TemplateFixtures.choosing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Run.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskTest {

    private final RunningProducts running = new RunningProducts(everything());

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
}
