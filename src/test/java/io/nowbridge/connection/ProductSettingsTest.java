package io.nowbridge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ProductSettings.Supplier;
import io.nowbridge.connection.ProductSettings.Writing;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductSettingsTest {

    @Test
    void withoutSettingsManyOperationsGoIntoOneCallAndFourCallsAtOnce() {
        var preset = settings(Map.of());

        assertThat(preset.writing()).isEqualTo(Writing.BATCH);
        assertThat(preset.atOnce()).isEqualTo(4);
    }

    @Test
    void aSupplierIsOneOnlyWithAllThatWasAgreed() {
        var some = settings(Map.of("supplierId", "S", "supplierCatalog", "K"));
        var all = settings(
                Map.of("supplierId", "S", "supplierCatalog", "K", "supplierCustomer", "C", "supplierContract", "N"));

        assertThat(some.supplier()).isEmpty();
        assertThat(some.missingOfSupplier()).containsExactly("supplierCustomer", "supplierContract");
        assertThat(all.supplier()).contains(new Supplier("C", "K", "S", "N", "EA"));
        assertThat(all.missingOfSupplier()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "productWriting, source-to-pay, true",
        "productWriting, fax, false",
        "productsAtOnce, 16, true",
        "productsAtOnce, 17, false",
        "supplierId, SUP-1, true",
        "supplierId, ' ', false",
        "supplierUnit, Each, true",
        "supplierUnit, ' ', false"
    })
    void eachSettingTakesWhatItCan(String setting, String value, boolean fits) {
        assertThat(ProductSettings.knows(setting)).isTrue();
        assertThat(ProductSettings.flaw(setting, value).isEmpty()).isEqualTo(fits);
    }

    private static ProductSettings settings(Map<String, String> settings) {
        return new ProductSettings(new TreeMap<>(settings));
    }
}
