package io.nowbridge.product;

import static io.nowbridge.product.ProductFixtures.amount;
import static io.nowbridge.product.ProductFixtures.everything;
import static io.nowbridge.product.ProductFixtures.mapping;
import static io.nowbridge.product.ProductFixtures.product;
import static io.nowbridge.template.TemplateFixtures.choosing;
import static io.nowbridge.template.TemplateFixtures.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Product.Prices;
import io.nowbridge.product.Product.Status;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductMappingTest {

    private static final Product PRODUCT = product("1031808");

    @Test
    void everyMappedFieldIsWritten() {
        var wanted = mapped(everything(), PRODUCT);

        assertThat(wanted.table()).isEqualTo("cmdb_hardware_product_model");
        assertThat(wanted.product())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("manufacturerPartNumber", "MPN-1031808"),
                        Map.entry("name", "Printer 1031808"),
                        Map.entry("manufacturer", "Hewlett Packard"),
                        Map.entry("description", "A printer with the number 1031808"),
                        Map.entry("category", "printing"),
                        Map.entry("unit", "EA"),
                        Map.entry("upc", "00012345678905"),
                        Map.entry("weight", "1.5"),
                        Map.entry("quantity", "12"),
                        Map.entry("modelCost", "27.1"),
                        Map.entry("status", "active"),
                        Map.entry("replacement", ""),
                        Map.entry("minimumQuantity", "1")));
        assertThat(wanted.offer())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sku", "1031808",
                        "cost", "27.1",
                        "listPrice", "39.9",
                        "currency", "USD",
                        "offerUpc", "00012345678905",
                        "outOfStock", "false",
                        "active", "true"));
        assertThat(wanted.currency()).contains("USD");
    }

    @Test
    void whatIsNotMappedIsNotWritten() {
        assertThat(mapped(without(everything(), "description"), PRODUCT).product())
                .doesNotContainKey("description");
    }

    @Test
    void theCostIsThatWithoutPromotionsWherePromotionsAreNotWanted() {
        var wanted = mapped(choosing(everything(), "promoPricing", "false"), PRODUCT);

        assertThat(wanted.offer()).containsEntry("cost", "30");
    }

    @Test
    void noPriceIsWrittenWhereCostsAreNotUpdated() {
        var wanted = mapped(choosing(everything(), "updateCost", "false"), PRODUCT);

        assertThat(wanted.offer()).doesNotContainKeys("cost", "listPrice", "currency");
        assertThat(wanted.product()).doesNotContainKey("cost");
        assertThat(wanted.currency()).isEmpty();
    }

    @Test
    void noStockIsWrittenWhereInventoryIsNotUpdated() {
        var wanted = mapped(choosing(everything(), "updateInventory", "false"), PRODUCT);

        assertThat(wanted.product()).doesNotContainKey("quantity");
        assertThat(wanted.offer()).doesNotContainKey("outOfStock");
    }

    @Test
    void aPriceIsInTheDesksCurrencyWhereThatIsWanted() {
        assertThat(mapped(choosing(everything(), "currency", "desk"), PRODUCT).currency())
                .isEmpty();
    }

    @Test
    void valuesAreTheDesksWhereTheyAreMapped() {
        var form = mapping(
                everything(),
                Map.of(
                        "units", Map.of("EA", "each"),
                        "currencies", Map.of("USD", "CAD"),
                        "statuses", Map.of("active", "In Production"),
                        "models", Map.of("012", "cmdb_consumable_product_model")));

        var wanted = mapped(form, PRODUCT);

        assertThat(wanted.product()).containsEntry("unit", "each").containsEntry("status", "In Production");
        assertThat(wanted.currency()).contains("CAD");
        assertThat(wanted.table()).isEqualTo("cmdb_consumable_product_model");
    }

    @Test
    void aDiscontinuedProductIsInactiveAndOutOfStock() {
        var wanted = mapped(everything(), ProductFixtures.being(PRODUCT, Status.DISCONTINUED));

        assertThat(wanted.offer()).containsEntry("active", "false").containsEntry("outOfStock", "true");
        assertThat(wanted.product()).containsEntry("status", "discontinued");
    }

    @Test
    void aPriceThatIsNotNamedEmptiesItsColumn() {
        var unpriced = new Prices("USD", Optional.empty(), Optional.empty(), Optional.empty());

        var wanted = mapped(everything(), ProductFixtures.with(PRODUCT, unpriced, Status.ACTIVE));

        assertThat(wanted.offer()).containsEntry("cost", "").containsEntry("listPrice", "");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(mapped(everything(), named("x".repeat(300))).product().get("name"))
                .isEqualTo("x".repeat(254) + "…");
    }

    @Test
    void ofAQuoteOnlyPriceAndStockAreWritten() {
        var quote = new Quote(PRODUCT.sku(), Status.ACTIVE, amount("26.99"), "USD", 0);

        var wanted = ProductMapping.of(ProductFixtures.template(everything())).of(quote);

        assertThat(wanted.product()).containsOnlyKeys("quantity", "modelCost");
        assertThat(wanted.offer())
                .containsExactlyInAnyOrderEntriesOf(Map.of("cost", "26.99", "currency", "USD", "outOfStock", "true"));
    }

    @Test
    void aStockBelowZeroIsNone() {
        var quote = new Quote(PRODUCT.sku(), Status.ACTIVE, amount("26.99"), "USD", -3);

        var wanted = ProductMapping.of(ProductFixtures.template(everything())).of(quote);

        assertThat(wanted.product()).containsEntry("quantity", "0");
        assertThat(wanted.offer()).containsEntry("outOfStock", "true");
    }

    @Test
    void equalRecordsHaveEqualImprintsAndOthersOthers() {
        var mapping = ProductMapping.of(ProductFixtures.template(everything()));
        var imprint = mapping.imprint(mapping.of(PRODUCT));

        var dearer = mapping.imprint(mapping.of(ProductFixtures.costing(PRODUCT, "27.11")));
        var same = mapping.imprint(mapping.of(ProductFixtures.costing(PRODUCT, "27.100")));

        assertThat(same).isEqualTo(imprint);
        assertThat(dearer.offer()).isNotEqualTo(imprint.offer());
        assertThat(imprint.product()).isNotEqualTo(Imprint.UNKNOWN);
    }

    @Test
    void anotherColumnMakesAnotherImprintOfItsPartAlone() {
        var before = ProductMapping.of(ProductFixtures.template(everything()));
        var after = ProductMapping.of(
                ProductFixtures.template(TemplateFixtures.mapping(everything(), "listPrice", "u_list")));

        assertThat(after.imprint(after.of(PRODUCT)).product())
                .isEqualTo(before.imprint(before.of(PRODUCT)).product());
        assertThat(after.imprint(after.of(PRODUCT)).offer())
                .isNotEqualTo(before.imprint(before.of(PRODUCT)).offer());
    }

    private static DeskProduct mapped(TemplateForm form, Product product) {
        return ProductMapping.of(ProductFixtures.template(form)).of(product);
    }

    private static Product named(String name) {
        return ProductFixtures.changed(PRODUCT, sketch -> sketch.name = name);
    }
}
