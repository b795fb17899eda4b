package io.nowbridge.dynamodb;

import static io.nowbridge.product.RunFixtures.NOW;
import static io.nowbridge.product.RunFixtures.chunk;
import static io.nowbridge.product.RunFixtures.item;
import static io.nowbridge.product.RunFixtures.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.product.Change;
import io.nowbridge.product.Chunk;
import io.nowbridge.product.ChunksContract;
import io.nowbridge.product.DeskProduct;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Run;
import io.nowbridge.product.Run.Progress;
import io.nowbridge.product.RunFixtures;
import io.nowbridge.product.Runs;
import io.nowbridge.product.Runs.Taking.Taken;
import io.nowbridge.product.Sku;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

class DynamoDbChunksTest extends ChunksContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Stores emptyStores() {
        TABLES.empty("nowbridge-products", Set.of("pk", "sk"));
        return new Stores(runs(), chunks(TABLES.client()));
    }

    @Test
    void ofTwentyThatTakeAChunkAtOnceOneHasIt() {
        var chunk = chunk(writing(1), 7, 0, "a");
        var chunks = chunks(TABLES.client());
        chunks.add(List.of(chunk)).await().indefinitely();

        var takings = together(20, number -> chunks.take(chunk.key(), "w" + number, NOW, UNTIL));

        assertThat(takings).filteredOn(Taken.class::isInstance).hasSize(1);
    }

    @Test
    void whoeverHasTakenAChunkAndNeverHeardOfItFindsItTaken() {
        var chunk = chunk(writing(1), 7, 0, "a");
        var chunks = chunks(TABLES.client());
        chunks.add(List.of(chunk)).await().indefinitely();
        chunks.take(chunk.key(), "w1", NOW, UNTIL).await().indefinitely();

        var again = chunks.take(chunk.key(), "w1", NOW, UNTIL).await().indefinitely();

        assertThat(again).isEqualTo(new Taken(chunk));
    }

    @Test
    void thirtyChunksThatEndAtOnceAreAllCounted() {
        var run = writing(30);
        var chunks = chunks(TABLES.client());
        var all = IntStream.range(0, 30)
                .mapToObj(number -> chunk(run, number, 0, "sku-" + number))
                .toList();
        chunks.add(all).await().indefinitely();
        together(30, number -> chunks.take(all.get(number).key(), "w" + number, NOW, UNTIL));

        var ended = Uni.join()
                .all(IntStream.range(0, 30)
                        .mapToObj(number -> chunks.end(
                                all.get(number).key(), "w" + number, List.of(item("sku-" + number, Outcome.CREATED))))
                        .toList())
                .usingConcurrencyOf(4)
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(found(run).progress())
                .isEqualTo(new Progress(30, 30, Map.of(Outcome.CREATED, 30L), Optional.of(NOW)));
        assertThat(ended)
                .anySatisfy(last ->
                        assertThat(last.orElseThrow().progress().isComplete()).isTrue());
    }

    @Test
    void ofFourThatEndTheSameChunkAtOnceOneCounts() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        var chunks = chunks(TABLES.client());
        chunks.add(List.of(chunk)).await().indefinitely();
        chunks.take(chunk.key(), "w1", NOW, UNTIL).await().indefinitely();

        var ended = together(4, number -> chunks.end(chunk.key(), "w1", List.of(item("a", Outcome.CREATED))));

        assertThat(ended.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(found(run).progress()).isEqualTo(new Progress(1, 1, Map.of(Outcome.CREATED, 1L), Optional.of(NOW)));
    }

    @Test
    void aChunkThatDiedWithItsWorkerIsThereForTheNext() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        var chunks = chunks(TABLES.client());
        chunks.add(List.of(chunk)).await().indefinitely();
        chunks.take(chunk.key(), "w1", NOW, UNTIL).await().indefinitely();
        var dying = chunks(DyingClient.before("transactWriteItems", TABLES.client()));

        assertThatThrownBy(() -> dying.end(chunk.key(), "w1", List.of(item("a", Outcome.CREATED)))
                        .await()
                        .indefinitely())
                .hasMessage("died");

        assertThat(found(run)).isEqualTo(run);
        assertThat(chunks.take(chunk.key(), "w2", UNTIL, UNTIL.plusSeconds(300))
                        .await()
                        .indefinitely())
                .isInstanceOf(Taken.class);
    }

    @Test
    void whatDiedBetweenAPlansWritesIsNoChunkYet() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        var dying = chunks(DyingClient.before("batchWriteItem", TABLES.client()));

        assertThatThrownBy(() -> dying.add(List.of(chunk)).await().indefinitely())
                .hasMessage("died");

        assertThat(chunks(TABLES.client())
                        .due(run.id(), run.attempt(), NOW)
                        .collect()
                        .asList()
                        .await()
                        .indefinitely())
                .isEmpty();
    }

    @Test
    void aChunkThatNoItemHoldsIsKeptInPieces() {
        var run = writing(1);
        var noise = RandomGenerator.of("L64X128MixRandom");
        var changes = IntStream.range(0, Chunk.MOST)
                .mapToObj(number -> {
                    var bytes = new byte[2_000];
                    noise.nextBytes(bytes);
                    return change("sku-" + number, HexFormat.of().formatHex(bytes));
                })
                .toList();
        var chunk = new Chunk(chunk(run, 7, 0).key(), changes, 0);
        var chunks = chunks(TABLES.client());

        chunks.add(List.of(chunk)).await().indefinitely();

        assertThat(chunks.take(chunk.key(), "w1", NOW, UNTIL).await().indefinitely())
                .isEqualTo(new Taken(chunk));
        assertThat(TABLES.items("nowbridge-products"))
                .filteredOn(piece -> Attributes.text(piece, "sk").startsWith("changes#"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void chunksAndWhatBecameOfThemExpire() {
        var run = writing(1);
        var chunk = chunk(run, 7, 0, "a");
        var chunks = chunks(TABLES.client());
        chunks.add(List.of(chunk)).await().indefinitely();
        chunks.take(chunk.key(), "w1", NOW, UNTIL).await().indefinitely();
        chunks.end(chunk.key(), "w1", List.of(item("a", Outcome.CREATED)))
                .await()
                .indefinitely();

        assertThat(TABLES.items("nowbridge-products"))
                .filteredOn(item -> Attributes.text(item, "pk").startsWith("run#one#"))
                .hasSize(3)
                .allSatisfy(item -> assertThat(Attributes.number(item, "expiresAtEpochSeconds"))
                        .isEqualTo(NOW.plus(Duration.ofDays(90)).getEpochSecond()));
    }

    private static Change change(String sku, String description) {
        var small = RunFixtures.change(sku);
        return new Change(
                small.action(),
                small.parts(),
                new DeskProduct(
                        new Sku(sku),
                        small.wanted().table(),
                        new TreeMap<>(Map.of("description", description)),
                        small.wanted().offer(),
                        small.wanted().currency()),
                small.ids(),
                small.imprint());
    }

    private static Run found(Run run) {
        return runs().find(run.id()).await().indefinitely().orElseThrow();
    }

    private static <T> List<T> together(int count, IntFunction<Uni<T>> each) {
        return Uni.join()
                .all(IntStream.range(0, count).mapToObj(each).toList())
                .andFailFast()
                .await()
                .indefinitely();
    }

    private static Runs runs() {
        return new DynamoDbRuns(TABLES.client(), TABLES.config(Duration.ZERO, Duration.ZERO));
    }

    private static Runs.Chunks chunks(DynamoDbAsyncClient client) {
        return new DynamoDbChunks(client, TABLES.config(Duration.ZERO, Duration.ZERO), InstantSource.fixed(NOW));
    }
}
