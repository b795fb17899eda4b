package io.nowbridge.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Change.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutterTest {

    private final Spill spill = new Spill();

    @Test
    void chunksAreFullAndFollowTheBlocks() {
        put(Action.UPDATE, 600);

        var chunks = cut();

        assertThat(chunks).extracting(chunk -> chunk.changes().size()).containsExactly(250, 250, 100);
        assertThat(chunks.stream().flatMap(chunk -> chunk.changes().stream()))
                .extracting(change -> Block.of(change.sku()))
                .isSorted();
    }

    @Test
    void newProductsHaveChunksOfTheirOwn() {
        put(Action.UPDATE, 300);
        put(Action.CREATE, 300);

        var chunks = cut();

        assertThat(chunks).extracting(chunk -> chunk.changes().size()).containsExactly(250, 50, 250, 50);
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(chunk.changes())
                        .extracting(Change::action)
                        .containsOnly(chunk.changes().getFirst().action()));
    }

    @Test
    void noTwoChunksHaveTheSameKey() {
        put(Action.UPDATE, 3_000);
        put(Action.CREATE, 3_000);

        assertThat(cut()).extracting(Chunk::key).doesNotHaveDuplicates();
    }

    @Test
    void whatIsTakenBackIsInNoChunk() {
        put(Action.CREATE, 2);
        put(Action.UPDATE, 1);

        spill.takeBack(sku(Action.CREATE, 0));
        spill.takeBack(sku(Action.UPDATE, 0));

        assertThat(cut().stream().flatMap(chunk -> chunk.changes().stream()))
                .extracting(Change::sku)
                .containsExactly(sku(Action.CREATE, 1));
    }

    @Test
    void whatWasCutIsCounted() {
        put(Action.UPDATE, 2);
        put(Action.CREATE, 3);
        var cutter = cutter();

        cutter.forEachRemaining(chunk -> {});

        assertThat(cutter.actions()).isEqualTo(Map.of(Action.UPDATE, 2L, Action.CREATE, 3L));
    }

    private void put(Action action, int count) {
        IntStream.range(0, count)
                .mapToObj(number -> RunFixtures.change(sku(action, number).value(), action))
                .forEach(spill::add);
    }

    private static Sku sku(Action action, int number) {
        return new Sku(action.name() + number);
    }

    private List<Chunk> cut() {
        var chunks = new ArrayList<Chunk>();
        cutter().forEachRemaining(chunks::add);
        return chunks;
    }

    private Cutter cutter() {
        return new Cutter(RunFixtures.run("one"), spill);
    }
}
