package io.nowbridge.product;

import static io.nowbridge.product.DeskProducts.change;
import static io.nowbridge.product.DeskProducts.many;
import static io.nowbridge.product.DeskProducts.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Item.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every desk that products are kept at. It has none of them before a test. */
public abstract class ProductDeskContract {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A desk; each call makes another one of the same system. */
    protected abstract ProductDesk desk();

    /** How many records of a SKU the system has. */
    protected abstract int records(Sku sku);

    @Test
    void whatIsWrittenIsThereAsItWasWanted() {
        var changes = many(Action.CREATE, 30);

        var items = write(desk(), changes);

        assertThat(items).extracting(Item::outcome).containsOnly(Outcome.CREATED);
        assertThat(items)
                .extracting(Item::sku)
                .containsExactlyElementsOf(changes.stream().map(Change::sku).toList());
        assertThat(compare(changes)).extracting(Item::outcome).containsOnly(Outcome.SAME);
    }

    @Test
    void whatIsWrittenTwiceIsThereOnce() {
        var changes = many(Action.CREATE, 10);
        write(desk(), changes);

        write(desk(), changes);

        assertThat(changes).allMatch(change -> records(change.sku()) == 1);
        assertThat(compare(changes)).extracting(Item::outcome).containsOnly(Outcome.SAME);
    }

    @Test
    void whatTwoWriteAtOnceIsThereOnce() {
        var changes = many(Action.CREATE, 20);

        Uni.join()
                .all(desk().write(changes), desk().write(changes))
                .andCollectFailures()
                .await()
                .atMost(LONGEST);

        assertThat(changes).allMatch(change -> records(change.sku()) == 1);
        assertThat(compare(changes)).extracting(Item::outcome).containsOnly(Outcome.SAME);
    }

    @Test
    void aChangeOfThePriceIsWritten() {
        var created = write(desk(), List.of(change(Action.CREATE, product("100", "9.99"))))
                .getFirst();

        var items = write(
                desk(), List.of(change(Action.UPDATE, product("100", "8.49"), Set.of(Part.OFFER), created.ids())));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.UPDATED);
        assertThat(compare(List.of(change(Action.COMPARE, product("100", "8.49")))))
                .extracting(Item::outcome)
                .containsExactly(Outcome.SAME);
    }

    @Test
    void whatIsOtherwiseIsTold() {
        write(desk(), List.of(change(Action.CREATE, product("100", "9.99"))));

        var items = compare(List.of(change(Action.COMPARE, product("100", "8.49"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.DIFFERENT);
        assertThat(items.getFirst().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.part()).isEqualTo(Part.OFFER);
            assertThat(difference.from()).contains("9.99");
            assertThat(difference.to()).contains("8.49");
        });
    }

    @Test
    void whatIsNotThereIsMissingAndStaysSo() {
        var items = compare(List.of(change(Action.COMPARE, product("100", "9.99"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.MISSING);
        assertThat(records(new Sku("100"))).isZero();
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(write(desk(), List.of())).isEmpty();
    }

    protected final List<Item> write(ProductDesk desk, List<Change> changes) {
        return desk.write(changes).await().atMost(LONGEST);
    }

    protected final List<Item> compare(List<Change> changes) {
        return desk().compare(changes).await().atMost(LONGEST);
    }
}
