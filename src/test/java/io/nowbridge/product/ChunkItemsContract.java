package io.nowbridge.product;

import static io.nowbridge.product.RunFixtures.NOW;
import static io.nowbridge.product.RunFixtures.chunk;
import static io.nowbridge.product.RunFixtures.item;
import static io.nowbridge.product.RunFixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Item.Outcome;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of {@link Runs.Chunks} for those who ask what became of products. */
public abstract class ChunkItemsContract extends PlannedChunks {

    @Test
    void whatBecameOfProductsIsListedInTheOrderOfTheChunksPageByPage() {
        var run = ended("a", "b", "c", "d", "e");

        var pages = pages(run, Optional.empty(), 2);

        assertThat(pages).extracting(page -> page.items().size()).containsExactly(2, 2, 1);
        assertThat(pages.stream().flatMap(page -> page.items().stream()))
                .extracting(item -> item.sku().value())
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void thoseOfOneOutcomeAreListedAlone() {
        var run = ended("a", "b!", "c!", "d", "e!");

        assertThat(items(run, Optional.of(Outcome.FAILED)))
                .extracting(item -> item.sku().value())
                .containsExactly("b!", "c!", "e!");
        assertThat(pages(run, Optional.of(Outcome.FAILED), 1)).hasSize(3);
        assertThat(items(run, Optional.of(Outcome.MISSING))).isEmpty();
    }

    @Test
    void everyFailureIsTold() {
        var run = ended("a", "b!", "c!", "d", "e!");

        assertThat(stores.chunks()
                        .failed(run.id(), run.attempt())
                        .collect()
                        .asList()
                        .await()
                        .indefinitely())
                .containsExactly(item("b!", Outcome.FAILED), item("c!", Outcome.FAILED), item("e!", Outcome.FAILED));
    }

    @Test
    void whatBecameOfOneProductIsFoundByItsSku() {
        var run = writing(4);
        var sku = new Sku("4711");
        var block = Block.of(sku);
        // A chunk begins with the rest of a block, and ends in the midst of another.
        endAll(
                chunk(run, block - 3, 0, "a", "b"),
                chunk(run, block - 1, 0, "c", "d"),
                chunk(run, block - 1, 1, "e", "4711"),
                chunk(run, block + 1, 0, "f"));

        assertThat(itemOf(run, sku)).contains(item("4711", Outcome.UPDATED));
        assertThat(itemOf(run, new Sku("nowhere"))).isEmpty();
    }

    @Test
    void aProductIsFoundInWhicheverChunkItsBlockLies() {
        var sku = new Sku("4711");
        var block = Block.of(sku);
        var first = writing(3);
        endAll(chunk(first, block - 3, 0, "a", "4711"), chunk(first, block, 0, "b"), chunk(first, block, 1, "c"));

        assertThat(itemOf(first, sku)).contains(item("4711", Outcome.UPDATED));
    }

    @Test
    void aNewProductIsFoundBehindThoseThatAreKnown() {
        var sku = new Sku("4711");
        var run = writing(2);
        endAll(chunk(run, Block.of(sku), 0, "a"), chunk(run, Block.COUNT, 0, "b", "4711"));

        assertThat(itemOf(run, sku)).contains(item("4711", Outcome.UPDATED));
    }

    @Test
    void ofAChunkThatHasNotEndedNothingIsToldYet() {
        var run = writing(1);
        add(chunk(run, Block.of(new Sku("4711")), 0, "4711"));

        assertThat(itemOf(run, new Sku("4711"))).isEmpty();
        assertThat(items(run, Optional.empty())).isEmpty();
    }

    /** A run with two products in each chunk; those with an exclamation mark failed. */
    private Run ended(String... skus) {
        var run = writing((skus.length + 1) / 2);
        var all = IntStream.range(0, (skus.length + 1) / 2)
                .mapToObj(number -> chunk(
                        run,
                        number * 100,
                        0,
                        Stream.of(skus).skip(number * 2L).limit(2).toArray(String[]::new)))
                .toArray(Chunk[]::new);
        endAll(all);
        return run;
    }

    private void endAll(Chunk... chunks) {
        add(chunks);
        for (var chunk : chunks) {
            take(chunk, "w1", NOW);
            end(
                    chunk,
                    "w1",
                    chunk.changes().stream()
                            .map(change -> change.sku().value())
                            .map(sku -> item(sku, sku.endsWith("!") ? Outcome.FAILED : Outcome.UPDATED))
                            .toArray(Item[]::new));
        }
    }

    private Optional<Item> itemOf(Run run, Sku sku) {
        return stores.chunks().item(run.id(), run.attempt(), sku).await().indefinitely();
    }
}
