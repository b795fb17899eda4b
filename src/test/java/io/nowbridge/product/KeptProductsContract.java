package io.nowbridge.product;

import static io.nowbridge.product.RunFixtures.NOW;
import static io.nowbridge.product.RunFixtures.OTHER_PAIRING;
import static io.nowbridge.product.RunFixtures.PAIRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link KeptProducts}. */
public abstract class KeptProductsContract {

    private KeptProducts kept = new InMemoryKeptProducts();

    protected abstract KeptProducts emptyStore();

    @BeforeEach
    void nothingKept() {
        kept = emptyStore();
    }

    @Test
    void aBlockIsReadAsItWasWrittenAndIsTheNextVersion() {
        var block = new Block(5, 0, new TreeMap<>())
                .with(Map.of(
                        new Sku("4711"),
                        new Kept(new Sku("4711"), new Imprint(Long.MIN_VALUE, -1), DeskIds.DERIVED, true, NOW),
                        new Sku("x".repeat(40)),
                        new Kept(
                                new Sku("x".repeat(40)),
                                new Imprint(0, Long.MAX_VALUE),
                                new DeskIds(Optional.of("8a5055c9c61122780043563ef53438e3"), Optional.of("an id é")),
                                false,
                                NOW.plusSeconds(1)),
                        new Sku("!"),
                        new Kept(
                                new Sku("!"),
                                new Imprint(0, 0),
                                new DeskIds(Optional.empty(), Optional.of("8A5055C9C61122780043563EF53438E3")),
                                false,
                                NOW.minusSeconds(1))));

        write(block);

        assertThat(read(5)).containsExactly(new Block(5, 1, block.products()));
    }

    @Test
    void whatWasNeverWrittenIsReadEmpty() {
        write(block(7, 0, "a"));

        assertThat(read(9, 7, 9)).containsExactly(block(7, 1, "a"), new Block(9, 0, new TreeMap<>()));
    }

    @Test
    void everyBlockThatWasWrittenIsReadByItsNumber() {
        write(block(2047, 0, "c"));
        write(block(10, 0, "b"));
        write(block(7, 0, "a"));

        assertThat(all(PAIRING)).containsExactly(block(7, 1, "a"), block(10, 1, "b"), block(2047, 1, "c"));
        assertThat(all(OTHER_PAIRING)).isEmpty();
    }

    @Test
    void aBlockThatWasWrittenMeanwhileIsNotWrittenOver() {
        write(block(7, 0, "a"));
        write(block(7, 1, "b"));

        assertThat(written(block(7, 0, "c"))).isFalse();
        assertThat(written(block(7, 1, "c"))).isFalse();
        assertThat(read(7)).containsExactly(block(7, 2, "b"));
        assertThat(written(block(7, 2, "c"))).isTrue();
    }

    @Test
    void whatWasNeverWrittenHasNoVersionToWriteOver() {
        assertThat(written(block(7, 1, "a"))).isFalse();
    }

    protected static Block block(int number, long version, String sku) {
        return new Block(number, version, new TreeMap<>())
                .with(Map.of(new Sku(sku), new Kept(new Sku(sku), new Imprint(1, 2), DeskIds.DERIVED, true, NOW)));
    }

    private void write(Block block) {
        assertThat(written(block)).isTrue();
    }

    private boolean written(Block block) {
        return kept.write(PAIRING, block).await().indefinitely();
    }

    private List<Block> read(Integer... numbers) {
        return kept.read(PAIRING, List.of(numbers)).await().indefinitely();
    }

    private List<Block> all(Pairing pairing) {
        return kept.all(pairing).collect().asList().await().indefinitely();
    }
}
