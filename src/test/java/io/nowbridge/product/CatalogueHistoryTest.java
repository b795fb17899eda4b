package io.nowbridge.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Result;
import io.nowbridge.product.Run.State;
import io.nowbridge.template.TemplateFixtures;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueHistoryTest {

    static IntStream seeds() {
        return IntStream.range(0, 5);
    }

    static IntStream manySeeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void afterEachRunTheDeskHasWhatIsListedAndTheSameAgainIsNoWork(int seed) {
        var history = new CatalogueHistory(new Random(seed));
        var running = new RunningProducts(ProductFixtures.everything());
        history.grow(400);
        for (var edition = 0; edition < 6; edition++) {
            running.catalogue.lists(history.edition());

            var run = running.sync();

            assertThat(run.result()).contains(Result.SUCCESS);
            assertThatTheDeskHas(history, running);
            assertThat(running.sync().found().changes()).isZero();
            history.drift();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherMappingIsWrittenToAllThatAreSoldAndThenIsNoWork(int seed) {
        var history = new CatalogueHistory(new Random(seed));
        var running = new RunningProducts(ProductFixtures.everything());
        history.grow(300);
        running.catalogue.lists(history.edition());
        running.sync();
        running.change(TemplateFixtures.mapping(ProductFixtures.everything(), "listPrice", "u_list"));

        var run = running.sync();

        assertThat(run.found().toUpdate()).isEqualTo(300);
        assertThat(running.chunks
                        .of(run.id(), run.attempt())
                        .getFirst()
                        .changes()
                        .getFirst()
                        .parts())
                .containsExactly(Part.OFFER);
        assertThatTheDeskHas(history, running);
        assertThat(running.sync().found().changes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("manySeeds")
    void whereverItsProcessesDieEachProductEndsRightAndTheLogIsTrue(int seed) {
        var chance = new Random(seed);
        var history = new CatalogueHistory(chance);
        var running = new RunningProducts(ProductFixtures.everything(), new Deaths(chance, 0.04, 12));
        history.grow(600);
        running.catalogue.lists(history.edition());
        running.syncPatiently();
        assertThatTheDeskHas(history, running);
        history.drift();
        running.catalogue.lists(history.edition());

        running.syncPatiently();

        assertThatTheDeskHas(history, running);
        assertThat(running.desk.created()).doesNotHaveDuplicates();
        assertThatTheLogIsTrue(running);
        assertThat(running.syncPatiently().found().changes()).isZero();
    }

    private static void assertThatTheDeskHas(CatalogueHistory history, RunningProducts running) {
        var active = history.active();
        assertThat(running.desk.records().keySet()).isEqualTo(active.keySet());
        assertThat(active.keySet().stream()
                        .collect(Collectors.toMap(sku -> sku, sku -> running.offer(sku.value(), "active"))))
                .isEqualTo(active);
        var mapping = ProductMapping.of(running.template());
        history.sold().forEach(product -> {
            var wanted = mapping.of(product);
            var record = running.desk.records().getOrDefault(product.sku(), Map.of());
            assertThat(record.get(Part.PRODUCT)).containsAllEntriesOf(wanted.product());
            assertThat(record.get(Part.OFFER)).containsAllEntriesOf(wanted.offer());
        });
    }

    private static void assertThatTheLogIsTrue(RunningProducts running) {
        assertThat(running.allRuns()).allSatisfy(run -> {
            var entry = running.entry(run.id());
            assertThat(run.state()).isEqualTo(State.ENDED);
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.counts().done()).isEqualTo(run.found().changes());
            assertThat(entry.counts().failed()).isZero();
            assertThat(entry.counts().left()).isZero();
            assertThat(running.items(run)).hasSize((int) run.found().changes());
        });
    }
}
