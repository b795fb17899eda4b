package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.mapping;
import static io.nowbridge.product.ProductFixtures.product;
import static io.nowbridge.template.TemplateFixtures.choosing;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.template.TemplateForm;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldBackTest {

    private static final Product PRODUCT = product("1031808");

    @Test
    void aNewProductWithoutACategoryOfTheDesksIsHeldBack() {
        var form = mapping(everything(), Map.of("categories", Map.of("999", "other")));

        assertThat(heldBack(form).ofNew(PRODUCT)).contains("Its category 012034056 is not mapped");
        assertThat(heldBack(choosing(form, "newProducts", "create")).ofNew(PRODUCT))
                .isEmpty();
    }

    @Test
    void aNewProductThatIsToBeReviewedIsHeldBackUnlessItIsNamed() {
        var form = choosing(everything(), "newProducts", "review");

        assertThat(heldBack(form).ofNew(PRODUCT)).isPresent();
        assertThat(heldBack(choosing(form, "selectedSkus", "1031808")).ofNew(PRODUCT))
                .isEmpty();
    }

    @Test
    void whatTheDeskHasIsNotReviewed() {
        var form = choosing(everything(), "newProducts", "review");

        assertThat(heldBack(form).ofAny(PRODUCT)).isEmpty();
    }

    @Test
    void aProductWhoseKeysDoNotFitIsHeldBackNotCut() {
        var heldBack = heldBack(everything());

        assertThat(heldBack.ofAny(product("1".repeat(20)))).isEmpty();
        assertThat(heldBack.ofAny(product("1".repeat(21)))).contains("Its SKU is longer than 20 characters");
        assertThat(heldBack.ofAny(called("x".repeat(30)))).isEmpty();
        assertThat(heldBack.ofAny(called("x".repeat(31))))
                .contains("Its manufacturer's part number is longer than 30 characters");
    }

    @Test
    void aProductWithoutAPartNumberIsHeldBack() {
        assertThat(heldBack(everything()).ofAny(called(" "))).contains("It has no manufacturer's part number");
    }

    private static HeldBack heldBack(TemplateForm form) {
        return HeldBack.of(ProductFixtures.template(form));
    }

    private static Product called(String partNumber) {
        return ProductFixtures.ofPartNumber(PRODUCT, partNumber);
    }
}
