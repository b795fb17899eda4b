package io.nowbridge.connector.servicenow.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connector.servicenow.product.ProductUpdateSet;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Need.Access;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the ways of writing products need. */
@QuarkusTest
class ProductChecksTest {

    private static final String LINE = "product-writing";
    private static final Map<String, String> IMPORT_SET = Map.of("productWriting", "import-set");
    private static final Map<String, String> SUPPLIER = Map.of(
            "productWriting", "source-to-pay",
            "supplierCustomer", "C-1",
            "supplierCatalog", "CAT-1",
            "supplierId", "SUP-1",
            "supplierContract", "K-1");

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void whereNoTemplateWritesProductsNothingIsLookedAt() {
        var found = instance.test(Map.of(), List.of(need("pc_vendor_cat_item", Access.READ)));

        assertThat(found.checks()).noneMatch(check -> check.name().equals(LINE));
    }

    @Test
    void theBatchApiIsTriedWithALook() {
        var found = products(Map.of());

        assertThat(found.of(LINE, "batch").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(instance.received()).contains("POST /api/now/v1/batch");
        assertThat(instance.received()).noneMatch(call -> call.startsWith("POST /api/now/table"));
    }

    @Test
    void aClosedBatchApiIsAMissingRight() {
        instance.settings("{'apiAcl':['batch']}");

        var check = products(Map.of()).of(LINE, "batch");

        assertFailed(check, "User Not Authorized", "REST_Endpoint");
    }

    @Test
    void aStagingTableThatIsNotThereIsToBeLoaded() {
        assertFailed(products(IMPORT_SET).of(LINE, "import-set"), "Invalid table", "update set");
    }

    @Test
    void theRoleThatLoadsImportSetsIsLookedFor() {
        try (var other = new TestedInstance(new ProductUpdateSet().seed())) {
            var without = other.test(IMPORT_SET, written()).of(LINE, "import-set");
            other.grant("import_transformer");
            var with = other.test(IMPORT_SET, written()).of(LINE, "import-set");

            assertFailed(without, "lacks the role import_transformer", "import_transformer");
            assertThat(with.verdict()).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void aSupplierWithoutItsSettingsIsToldWhich() {
        var check = products(Map.of("productWriting", "source-to-pay", "supplierId", "SUP-1"))
                .of(LINE, "source-to-pay");

        assertFailed(check, "Not set: supplierCustomer, supplierCatalog, supplierContract.", "procurement");
    }

    @Test
    void anInstanceWithoutSourceToPayIsToInstallIt() {
        assertFailed(
                products(SUPPLIER).of(LINE, "source-to-pay"),
                "does not represent any resource",
                "com.glide.sn_spend_intg");
    }

    @Test
    void theSuppliersRoleIsLookedFor() {
        instance.settings("{'sourceToPay':true}");
        var without = products(SUPPLIER).of(LINE, "source-to-pay");
        instance.user("{'roles':'itil,sn_spend_intg.procurement_integrator'}");
        var with = products(SUPPLIER).of(LINE, "source-to-pay");

        assertFailed(without, "403", "sn_spend_intg.procurement_integrator");
        assertThat(with.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void theTablesOfProductsNeedOnlyBeReadWhereNoRecordIsWrittenToThemAsSuch() {
        var batch = products(Map.of());
        var importSet = products(IMPORT_SET);
        var supplier = products(SUPPLIER);

        assertThat(batch.checks()).anyMatch(ProductChecksTest::isAboutWriting);
        assertThat(importSet.checks()).noneMatch(ProductChecksTest::isAboutWriting);
        assertThat(supplier.checks()).noneMatch(ProductChecksTest::isAboutWriting);
        assertThat(importSet.of("read", "pc_vendor_cat_item").verdict()).isNotEqualTo(Verdict.FAILED);
    }

    private static boolean isAboutWriting(Check check) {
        return check.name().equals("create") || check.name().equals("write");
    }

    private TestedInstance.Found products(Map<String, String> settings) {
        return instance.test(settings, written());
    }

    private static List<Need> written() {
        return List.of(need("pc_vendor_cat_item", Access.WRITE));
    }

    private static Need need(String table, Access access) {
        return new Need("Products", table, access, new TreeSet<>(Set.of("product_id")));
    }

    private static void assertFailed(Check check, String cause, String fix) {
        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check.cause()).contains(cause);
        assertThat(check.fix()).contains(fix);
        assertThat(check.whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR);
    }
}
