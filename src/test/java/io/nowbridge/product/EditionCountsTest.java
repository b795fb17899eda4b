package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.products;
import static io.nowbridge.product.RunningProducts.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Result;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.SystemType;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.CountSelection.Outcome.Counted;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Run.Task;
import io.nowbridge.template.TemplateFixtures;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EditionCountsTest {

    private final RunningProducts running = new RunningProducts(everything());

    @ParameterizedTest
    @EnumSource(names = {"SYNC", "DRY_RUN", "VERIFY"})
    void whatAPlanHasReadIsNotReadAgainToBeCounted(Task task) {
        running.catalogue.lists(products(3));
        running.run(task);

        assertThat(listed()).isEqualTo(3);
        assertThat(count(Map.of("selectedCategories", "013"))).isEqualTo(new Counted(0, 3));
        assertThat(running.catalogue.readings()).isEqualTo(1);
    }

    @Test
    void aPlanForSomeProductsCountsThemAll() {
        running.catalogue.lists(products(3));

        running.run(Task.SYNC, "1");

        assertThat(listed()).isEqualTo(3);
        assertThat(running.catalogue.readings()).isEqualTo(1);
    }

    @Test
    void anEditionThatNobodyHasCountedIsReadOnce() {
        running.catalogue.lists(products(3));

        assertThat(count(Map.of())).isEqualTo(new Counted(3, 3));
        assertThat(listed()).isEqualTo(3);
        assertThat(running.catalogue.readings()).isEqualTo(1);
    }

    @Test
    void theNextEditionIsCountedAnew() {
        running.catalogue.lists(products(3));
        running.sync();

        running.catalogue.lists(products(5));

        assertThat(listed()).isEqualTo(5);
    }

    @Test
    void whatWasCountedBeforeTheConnectionWasChangedIsCountedAnew() {
        running.catalogue.lists(products(3));
        running.sync();

        running.connections.given(ConnectionFixtures.renamed(
                ConnectionFixtures.connection(TemplateFixtures.DISTRIBUTOR.value(), SystemType.TDSYNNEX), "Another"));

        assertThat(listed()).isEqualTo(3);
        assertThat(running.catalogue.readings()).isEqualTo(2);
    }

    @Test
    void aPlanWhoseCountsCannotBeKeptGoesOn() {
        running.catalogue.lists(products(3));
        running.assortments.fail();

        var run = running.sync();

        assertThat(run.result()).contains(Result.SUCCESS);
        assertThat(running.entry(run.id()).failures()).isEmpty();
        assertThat(listed()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "013, selectedSkus, 1, 1",
        "013, selectedSkus, '1,99', 1",
        "012, exceptSkus, 1, 2",
        "012, exceptSkus, 99, 3",
    })
    void productsThatASelectionNamesAreLookedForAmongWhatIsListed(
            String category, String option, String skus, long selected) {
        running.catalogue.lists(products(3));
        running.sync();

        var counted = count(Map.of("selectedCategories", category, option, skus));

        assertThat(counted).isEqualTo(new Counted(selected, 3));
    }

    @Test
    void kindsAreCountedAsTheirProductsAre() {
        var chance = new Random(1);
        var listed = IntStream.range(0, 2_000)
                .mapToObj(number -> any(chance, number))
                .toList();
        var counted = new Assorting(Integer.MAX_VALUE);
        listed.forEach(product -> counted.add(new Row.Listed(product)));
        var assortment = counted.assortment().orElseThrow();

        for (var options : List.of(
                Map.<String, String>of(),
                Map.of("selectedCategories", "012"),
                Map.of("selectedCategories", "012034,013"),
                Map.of("selectedCategories", "012034056", "selectedStatuses", "active"),
                Map.of("selectedManufacturers", "canon, Belkin Inc."),
                Map.of("selectedManufacturers", "CANON", "selectedStatuses", "discontinued,end-of-life"))) {
            var selection = Selection.of(options, Map.of());

            assertThat(assortment.count(selection))
                    .isPositive()
                    .isEqualTo(listed.stream().filter(selection::chooses).count());
        }
        assertThat(assortment.count()).isEqualTo(2_000);
    }

    @Test
    void ofMoreKindsThanThereIsRoomForNothingIsCounted() {
        var counted = new Assorting(2);

        products(3).forEach(product -> counted.add(new Row.Listed(product)));
        assertThat(counted.assortment()).isPresent();

        for (var manufacturer : List.of("Canon", "Brother", "Canon")) {
            counted.add(new Row.Listed(ProductFixtures.of("012", manufacturer, "9")));
        }
        assertThat(counted.assortment()).isEmpty();
    }

    private static Product any(Random chance, int number) {
        var categories = List.of("012034056", "0120340567", "012034", "0120", "013", "01", "");
        var manufacturers = List.of("Canon", "CANON", "Belkin, Inc.", "Brother", "");
        var product = ProductFixtures.of(
                categories.get(chance.nextInt(categories.size())),
                manufacturers.get(chance.nextInt(manufacturers.size())),
                Integer.toString(number));
        return ProductFixtures.being(product, Status.values()[chance.nextInt(Status.values().length)]);
    }

    private long listed() {
        var shown = await(running.work.catalogue().run(TemplateFixtures.DISTRIBUTOR));
        return ((ShowCatalogue.Outcome.Shown) shown).contents().products();
    }

    private CountSelection.Outcome count(Map<String, String> options) {
        return await(running.work.selection().run(running.template().id(), options));
    }
}
