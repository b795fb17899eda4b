package io.nowbridge.template;

import static io.nowbridge.template.TemplateFixtures.sorted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nowbridge.template.Field.Chosen;
import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Schedule.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void whateverASheetNamesIsOnIt(TemplateKind kind) {
        var sheet = kind.sheet();
        var parts = sheet.parts().stream().map(Part::name).toList();
        var fields = sheet.fields().stream().map(Field::name).toList();

        assertThat(fields).doesNotHaveDuplicates();
        assertThat(sheet.fields()).extracting(Field::part).isSubsetOf(parts);
        assertThat(sheet.valueMaps())
                .extracting(ValueMap::field)
                .isSubsetOf(Stream.concat(fields.stream(), parts.stream()).toList());
        assertThat(sheet.valueMaps()).allSatisfy(map -> assertThat(map.keys()).containsAll(map.required()));
        assertThat(sheet.fields())
                .flatExtracting(Field::requiredWhen)
                .extracting(Chosen::option)
                .isSubsetOf(sheet.options());
    }

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void aFieldIsRequiredForValuesThatTheirOptionsTake(TemplateKind kind) {
        assertThat(kind.sheet().fields())
                .flatExtracting(Field::requiredWhen)
                .allSatisfy(chosen ->
                        assertThat(chosen.option().spelling(chosen.value())).isEqualTo(chosen.value()));
    }

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void everyPresetIsAValueThatItsOptionTakes(TemplateKind kind) {
        assertThat(kind.sheet().options())
                .allSatisfy(option ->
                        assertThat(option.spelling(option.presetSpelling())).isEqualTo(option.presetSpelling()));
    }

    @Test
    void ordersMayBeAskedForEveryQuarterOfAnHourAndNoMoreOften() {
        var sheet = TemplateKind.GET_ORDER_STATUS.sheet();

        assertThat(sheet.misfit(new Rate(15, Unit.MINUTES))).isEmpty();
        assertThat(sheet.misfit(new Rate(14, Unit.MINUTES)))
                .contains(new Misfit("schedule", "runs more often than every 15 minutes"));
    }

    @Test
    void productsMayBeSyncedEveryFiveMinutesAndNoMoreOften() {
        var sheet = TemplateKind.PRODUCT_SYNC.sheet();

        assertThat(sheet.misfit(new Cron("*/5 * * * *", Cron.zone("UTC")))).isEmpty();
        assertThat(sheet.misfit(new Cron("*/4 * * * *", Cron.zone("UTC")))).isPresent();
    }

    @Test
    void whatAKindHasNoUseForIsNamed() {
        var mappings = new Mappings(
                sorted(Map.of("ticket", "incident")),
                sorted(Map.of("colour", "u_colour")),
                sorted(Map.of("carriers", sorted(Map.of("shipped", "x")))));

        assertThat(TemplateKind.PRODUCT_SYNC.sheet().misfits(mappings))
                .extracting(Misfit::field)
                .containsExactly("mappings.tables.ticket", "mappings.fields.colour", "mappings.carriers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "0123", "abc", "0120340567", "**", ""})
    void aCategoryIsWrittenInWholeLevels(String code) {
        assertThat(misfits("categories", code)).containsExactly("mappings.categories." + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "012034", "012034567", "*"})
    void aCategoryMayBeOfAnyLevel(String code) {
        assertThat(misfits("categories", code)).isEmpty();
    }

    @Test
    void aStatusThatTheDistributorDoesNotHaveIsNamed() {
        var mappings = new Mappings(
                sorted(Map.of()), sorted(Map.of()), sorted(Map.of("statuses", sorted(Map.of("sent", "x")))));

        assertThat(TemplateKind.GET_ORDER_STATUS.sheet().misfits(mappings))
                .extracting(Misfit::field)
                .containsExactly("mappings.statuses.sent");
    }

    @Test
    void noTwoFieldsAreWrittenIntoOneColumn() {
        var mappings = new Mappings(
                sorted(Map.of()),
                sorted(Map.of("cost", "list_price", "listPrice", "list_price", "name", "list_price")),
                sorted(Map.of()));

        assertThat(TemplateKind.PRODUCT_SYNC.sheet().misfits(mappings))
                .containsExactly(new Misfit("mappings.fields.listPrice", "is the column of cost too"));
    }

    @Test
    void partsThatAreOneTableShareNoColumnEither() {
        var mappings = new Mappings(
                sorted(Map.of("product", "u_goods", "offer", "u_goods")),
                sorted(Map.of("sku", "u_number", "manufacturerPartNumber", "u_number")),
                sorted(Map.of()));

        assertThat(TemplateKind.PRODUCT_SYNC.sheet().misfits(mappings))
                .extracting(Misfit::field)
                .containsExactly("mappings.fields.manufacturerPartNumber");
    }

    @Test
    void whatIsOnlyReadMayShareAColumn() {
        var mappings = new Mappings(
                sorted(Map.of()),
                sorted(Map.of("order", "purchase_order", "product", "purchase_order")),
                sorted(Map.of()));

        assertThat(TemplateKind.GET_ORDER_STATUS.sheet().misfits(mappings)).isEmpty();
    }

    @Test
    void tooManyValuesAreRefused() {
        var many = sorted(Map.<String, String>of());
        IntStream.range(0, 2_001).forEach(number -> many.put("unit " + number, "each"));
        var mappings = new Mappings(sorted(Map.of()), sorted(Map.of()), sorted(Map.of("units", many)));

        assertThat(TemplateKind.PRODUCT_SYNC.sheet().misfits(mappings))
                .containsExactly(new Misfit("mappings.units", "has more than 2000 values"));
    }

    @Test
    void anAmountHasOneSpelling() {
        assertThat(CreateOrders.PRICE_TOLERANCE.spelling("0.0500")).isEqualTo("0.05");
        assertThat(CreateOrders.PRICE_TOLERANCE.spelling("1E+2")).isEqualTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000.01", "0.00001", "1E-999999", "1E+999999", "NaN", "ten", "0,5"})
    void anAmountOutsideItsLimitsIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateOrders.PRICE_TOLERANCE.spelling(text))
                .withMessage("is not a number from 0 to 1000 with at most 4 decimals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "yes", "1"})
    void aToggleIsTrueOrFalse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProductSync.UPDATE_COST.spelling(text));
    }

    @Test
    void aListHasOneSpelling() {
        assertThat(ProductSync.SELECTED_CATEGORIES.spelling(" 012, 034056 ,,012,"))
                .isEqualTo("012,034056");
        assertThat(ProductSync.SELECTED_CATEGORIES.spelling("")).isEmpty();
        assertThat(ProductSync.SELECTED_CATEGORIES.in(Map.of("selectedCategories", "012,034056")))
                .containsExactly("012", "034056");
        assertThat(ProductSync.SELECTED_SKUS.in(Map.of())).isEmpty();
    }

    @Test
    void aListTakesOnlyValuesOfItsShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductSync.SELECTED_CATEGORIES.spelling("012,printers"))
                .withMessageStartingWith("names printers, which does not have the shape");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductSync.SELECTED_STATUSES.spelling("active,sold"))
                .withMessage("names sold, which is not one of: active, special-order, end-of-life, to-be-discontinued,"
                        + " discontinued");
    }

    @Test
    void aListThatIsTooLongIsRefused() {
        var many = IntStream.range(0, 501).mapToObj("%03d"::formatted).collect(Collectors.joining(","));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductSync.SELECTED_CATEGORIES.spelling(many))
                .withMessage("names more than 500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProductSync.SELECTED_SKUS.spelling("1".repeat(100_001)))
                .withMessage("is longer than 100000 characters");
    }

    @Test
    void aTemplateSaysWhatWasChosenAndElseThePreset() {
        var form = TemplateFixtures.choosing(
                TemplateFixtures.form(
                        TemplateKind.CREATE_ORDERS,
                        TemplateFixtures.orderStatus().mappings()),
                "priceTolerance",
                "0.02");
        var template = TemplateFixtures.template("a", form);

        assertThat(CreateOrders.PRICE_TOLERANCE.of(template)).isEqualTo(new BigDecimal("0.02"));
        assertThat(CreateOrders.MANUAL_REVIEW.of(template)).isFalse();
        assertThat(CreateOrders.VENDOR.of(template)).isEqualTo("TD SYNNEX");
    }

    /** The paths that Product Sync complains about when a value of the distributor's is mapped. */
    private static List<String> misfits(String map, String value) {
        var mappings =
                new Mappings(sorted(Map.of()), sorted(Map.of()), sorted(Map.of(map, sorted(Map.of(value, "x")))));
        return TemplateKind.PRODUCT_SYNC.sheet().misfits(mappings).stream()
                .map(Misfit::field)
                .toList();
    }
}
