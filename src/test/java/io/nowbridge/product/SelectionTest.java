package io.nowbridge.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Product.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    @Test
    void whereNothingIsSaidEverythingIsSelected() {
        assertThat(selecting("", "").chooses(ProductFixtures.product("1"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"012, true", "012034, true", "012034056, true", "013, false", "012035, false", "034, false"})
    void aCategoryIsSelectedWithAllThatItHolds(String code, boolean chosen) {
        var selection = selecting("selectedCategories", code);

        assertThat(selection.chooses(ProductFixtures.product("1"))).isEqualTo(chosen);
    }

    @Test
    void aManufacturerIsSelectedInAnyCase() {
        var selection = selecting("selectedManufacturers", "HEWLETT packard, Brother");

        assertThat(selection.chooses(ProductFixtures.product("1"))).isTrue();
        assertThat(selection.chooses(ProductFixtures.of("012", "Canon", "1"))).isFalse();
    }

    @Test
    void aManufacturerIsSelectedWhoseNameHasAComma() {
        var selection = selecting("selectedManufacturers", "Belkin Inc.");

        assertThat(selection.chooses(ProductFixtures.of("012", "Belkin, Inc.", "1")))
                .isTrue();
    }

    @Test
    void aStatusIsSelectedByItsWord() {
        var selection = selecting("selectedStatuses", "special-order,end-of-life");
        var product = ProductFixtures.product("1");

        assertThat(selection.chooses(ProductFixtures.being(product, Status.END_OF_LIFE)))
                .isTrue();
        assertThat(selection.chooses(product)).isFalse();
    }

    @Test
    void allThatIsSaidHasToHold() {
        var selection = Selection.of(
                Map.of("selectedCategories", "012", "selectedManufacturers", "Canon", "selectedStatuses", "active"),
                Map.of());

        assertThat(selection.chooses(ProductFixtures.of("012034", "Canon", "1")))
                .isTrue();
        assertThat(selection.chooses(ProductFixtures.of("013034", "Canon", "1")))
                .isFalse();
        assertThat(selection.chooses(ProductFixtures.of("012034", "Brother", "1")))
                .isFalse();
    }

    @Test
    void aNamedProductIsSelectedWhateverElseIsSaid() {
        var selection = Selection.of(Map.of("selectedCategories", "999", "selectedSkus", "1,2"), Map.of());

        assertThat(selection.chooses(ProductFixtures.product("2"))).isTrue();
        assertThat(selection.chooses(ProductFixtures.product("3"))).isFalse();
    }

    @Test
    void anExceptedProductIsNeverSelected() {
        var selection = Selection.of(Map.of("selectedSkus", "1", "exceptSkus", "1"), Map.of());

        assertThat(selection.chooses(ProductFixtures.product("1"))).isFalse();
    }

    @Test
    void otherOptionsTakeThePlaceOfThoseThatWereSaved() {
        var selection = Selection.of(Map.of("selectedSkus", "1", "exceptSkus", "2"), Map.of("exceptSkus", ""));

        assertThat(selection.chooses(ProductFixtures.product("2"))).isTrue();
    }

    private static Selection selecting(String option, String value) {
        return Selection.of(Map.of(option, value), Map.of());
    }
}
