package io.nowbridge.template;

import static io.nowbridge.template.TemplateFixtures.BY_MARIA;
import static io.nowbridge.template.TemplateFixtures.EVERY_HOUR;
import static io.nowbridge.template.TemplateFixtures.choosing;
import static io.nowbridge.template.TemplateFixtures.mapping;
import static io.nowbridge.template.TemplateFixtures.named;
import static io.nowbridge.template.TemplateFixtures.productSync;
import static io.nowbridge.template.TemplateFixtures.sorted;
import static io.nowbridge.template.TemplateFixtures.template;
import static io.nowbridge.template.TemplateFixtures.with;
import static io.nowbridge.template.TemplateFixtures.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceTest {

    private static final Template BEFORE = template("a", productSync());

    private static Stream<Arguments> changes() {
        var form = productSync();
        var mappings = form.mappings();
        var elsewhere = sorted(Map.of("product", "cmdb_hardware_product_model", "offer", "u_offers"));
        return Stream.of(
                Arguments.of(named(form, "Nightly"), difference("name", "Product Sync", "Nightly")),
                Arguments.of(
                        new TemplateForm(
                                form.kind(),
                                form.name(),
                                form.desk(),
                                form.distributor(),
                                EVERY_HOUR,
                                mappings,
                                form.options()),
                        difference("schedule", "0 6 * * 1-5 in Europe/Berlin", "every 1 hours")),
                Arguments.of(
                        with(form, new Mappings(elsewhere, mappings.fields(), mappings.values())),
                        difference("mappings.tables.offer", "pc_vendor_cat_item", "u_offers")),
                Arguments.of(mapping(form, "sku", "u_sku"), difference("mappings.fields.sku", "product_id", "u_sku")),
                Arguments.of(
                        without(form, "sku"),
                        new Difference("mappings.fields.sku", Optional.of("product_id"), Optional.empty())),
                Arguments.of(
                        mapping(form, "upc", "barcode"),
                        new Difference("mappings.fields.upc", Optional.empty(), Optional.of("barcode"))),
                Arguments.of(choosing(form, "updateCost", "false"), difference("options.updateCost", "true", "false")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatAChangeSaysOtherwiseIsAllThatDiffers(TemplateForm changed, Difference difference) {
        assertThat(Difference.between(BEFORE, BEFORE.replaced(changed, BY_MARIA)))
                .containsExactly(difference);
    }

    @Test
    void thatATemplateWasEnabledIsADifference() {
        assertThat(Difference.between(BEFORE, BEFORE.switched(true, BY_MARIA)))
                .containsExactly(difference("enabled", "false", "true"));
    }

    @Test
    void whatWasSavedAgainAsItWasDiffersInNothing() {
        assertThat(Difference.between(BEFORE, BEFORE.replaced(productSync(), BY_MARIA)))
                .isEmpty();
    }

    private static Difference difference(String path, String from, String to) {
        return new Difference(path, Optional.of(from), Optional.of(to));
    }
}
