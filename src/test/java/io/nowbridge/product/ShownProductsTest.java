package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.product;
import static io.nowbridge.product.ProductFixtures.products;
import static io.nowbridge.product.RunningProducts.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.template.TemplateFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownProductsTest {

    private final RunningProducts running = new RunningProducts(everything());

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

    @Test
    void ofACatalogueWithNamesWithoutEndTheMostFrequentAreShown() {
        var some = new ArrayList<Product>();
        for (var number = 0; number < 12_000; number++) {
            some.add(ProductFixtures.of("%09d".formatted(number * 1_000), "Brand " + number, "a" + number));
        }
        some.add(ProductFixtures.of("999999999", "Canon", "1"));
        some.add(ProductFixtures.of("999999999", "Canon", "2"));
        running.catalogue.lists(some);

        var shown = (ShowCatalogue.Outcome.Shown) await(running.work.catalogue().run(TemplateFixtures.DISTRIBUTOR));

        assertThat(shown.contents().manufacturers())
                .hasSize(10_000)
                .contains(new ShowCatalogue.Manufacturer("Canon", 2));
        assertThat(shown.contents().categories().stream()
                        .mapToInt(ShownProductsTest::size)
                        .sum())
                .isEqualTo(10_000);
        assertThat(shown.contents().products()).isEqualTo(12_002);
    }

    private static int size(ShowCatalogue.Category category) {
        return 1
                + category.children().stream().mapToInt(ShownProductsTest::size).sum();
    }
}
