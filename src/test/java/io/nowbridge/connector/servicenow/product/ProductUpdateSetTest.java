package io.nowbridge.connector.servicenow.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.servicenow.product.ProductUpdateSet.Carried;
import io.nowbridge.template.Field;
import io.nowbridge.template.TemplateKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the update set fits what is sent, and is of one piece. */
class ProductUpdateSetTest {

    private static final List<Field> FIELDS = TemplateKind.PRODUCT_SYNC.sheet().fields();

    private final ProductUpdateSet set = new ProductUpdateSet();

    @Test
    void itMakesTheStagingTableThatIsWrittenTo() {
        assertThat(set.records("sys_db_object"))
                .singleElement()
                .returns(ImportSetProductDesk.STAGING, table -> table.value("name"))
                .returns("sys_import_set_row", table -> table.value("super_class"));
    }

    @Test
    void thereIsAColumnForEverythingThatCanBeSentAndForNothingElse() {
        var sent = Stream.concat(Stream.of("vendor"), FIELDS.stream().map(Field::name))
                .map(ImportSetProductDesk::column)
                .toList();

        assertThat(set.columns())
                .extracting(column -> column.value("element"))
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(set.columns()).allSatisfy(column -> {
            assertThat(column.value("name")).isEqualTo(ImportSetProductDesk.STAGING);
            // The API goes by labels.
            assertThat(column.value("column_label")).isEqualTo(column.value("element"));
        });
    }

    @Test
    void whatATemplateUsuallyMapsGoesIntoTheSameColumns() {
        for (var part : TemplateKind.PRODUCT_SYNC.sheet().parts()) {
            var usual = FIELDS.stream()
                    .filter(field -> field.part().equals(part.name()))
                    .filter(field -> field.suggestions().containsKey(SystemType.SERVICENOW))
                    .collect(Collectors.toMap(
                            field -> field.suggestions().get(SystemType.SERVICENOW),
                            field -> ImportSetProductDesk.column(field.name())));

            assertThat(entries(part.tables().get(SystemType.SERVICENOW)))
                    .isNotEmpty()
                    .containsAllEntriesOf(usual);
        }
    }

    @Test
    void aVendorItemIsMetByItsVendorAndSkuAndAModelByItsMakerAndNumber() {
        assertThat(keys("pc_vendor_cat_item")).containsExactlyInAnyOrder("product_id", "vendor");
        assertThat(keys("cmdb_hardware_product_model")).containsExactlyInAnyOrder("model_number", "manufacturer");
    }

    @Test
    void modelsAreMadeBeforeTheItemsThatReferToThem() {
        assertThat(set.records("sys_transform_map"))
                .extracting(map -> map.value("target_table") + " " + map.value("order"))
                .containsExactly("cmdb_hardware_product_model 100", "pc_vendor_cat_item 200");
    }

    @Test
    void everyRecordIsThereOnceAndBelongsToTheSet() {
        var id = set.head().getOrDefault("sys_id", "");
        assertThat(set.records())
                .hasSize(4
                        + set.columns().size()
                        + set.records("sys_transform_entry").size())
                .allSatisfy(record -> {
                    assertThat(record.update()).containsEntry("remote_update_set", id);
                    assertThat(record.value("sys_update_name"))
                            .isEqualTo(record.update().get("name"));
                    assertThat(record.value("sys_id")).matches("[0-9a-f]{32}");
                });
        assertThat(set.records()).extracting(record -> record.value("sys_id")).doesNotHaveDuplicates();
        assertThat(set.records())
                .extracting(record -> record.update().get("sys_id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyEntryBelongsToAMapOfItsTables() {
        var maps = set.records("sys_transform_map").stream()
                .collect(Collectors.toMap(map -> map.value("sys_id"), map -> map.value("target_table")));
        var columns =
                set.columns().stream().map(column -> column.value("element")).toList();

        assertThat(set.records("sys_transform_entry")).allSatisfy(entry -> {
            assertThat(maps).containsEntry(entry.value("map"), entry.value("target_table"));
            assertThat(columns).contains(entry.value("source_field"));
        });
    }

    private List<String> keys(String target) {
        return entriesOf(target)
                .filter(entry -> entry.value("coalesce").equals("true"))
                .map(entry -> entry.value("target_field"))
                .toList();
    }

    private Map<String, String> entries(String target) {
        return entriesOf(target)
                .collect(Collectors.toMap(entry -> entry.value("target_field"), entry -> entry.value("source_field")));
    }

    private Stream<Carried> entriesOf(String target) {
        return set.records("sys_transform_entry").stream()
                .filter(entry -> entry.value("target_table").equals(target));
    }
}
