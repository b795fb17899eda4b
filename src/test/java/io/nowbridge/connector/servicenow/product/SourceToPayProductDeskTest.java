package io.nowbridge.connector.servicenow.product;

import static io.nowbridge.product.DeskProducts.change;
import static io.nowbridge.product.DeskProducts.many;
import static io.nowbridge.product.DeskProducts.product;
import static io.nowbridge.product.DeskProducts.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ProductSettings;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.product.ProductDesk;
import io.nowbridge.product.ProductDeskContract;
import io.nowbridge.product.Sku;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Products as a supplier of Source-to-Pay, against the stand-in with that installed. */
@QuarkusTest
class SourceToPayProductDeskTest extends ProductDeskContract {

    private static final Path INSTALLED =
            Path.of("src/test/resources/io/nowbridge/connector/servicenow/product/source-to-pay.json");
    private static final String TABLE = "sn_shop_supplier_product";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance(INSTALLED);

    @BeforeEach
    void install() {
        instance.settings("{'sourceToPay':true}");
        roles("itil,sn_spend_intg.procurement_integrator");
    }

    @Override
    protected ProductDesk desk() {
        return desk(new TreeMap<>(Map.of(
                "supplierCustomer", "C-1",
                "supplierCatalog", "CAT-1",
                "supplierId", "SUP-1",
                "supplierContract", "K-1")));
    }

    private ProductDesk desk(SortedMap<String, String> settings) {
        return new SourceToPayProductDesk(
                instance.client(), ProductTemplates.sourceToPay(), new ProductSettings(settings));
    }

    @Override
    protected int records(Sku sku) {
        return instance.rows(TABLE, "sku=" + sku).size();
    }

    @Test
    void newProductsTakeOneCallAndNewPricesAnother() {
        write(desk(), many(Action.CREATE, 250));
        write(desk(), many(Action.UPDATE, 250).stream().map(this::offerOnly).toList());

        assertThat(calls("catalog")).isEqualTo(1);
        assertThat(calls("price")).isEqualTo(1);
        assertThat(calls("availability")).isZero();
    }

    @Test
    void whatIsDeactivatedHasNoUnitLeftAndIsSaidToStayPublished() {
        write(desk(), List.of(change(Action.CREATE, with(product("100", "9.99"), "quantity", "5"))));

        var items = write(desk(), List.of(change(Action.DEACTIVATE, product("100", "9.99"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.DEACTIVATED);
        assertThat(items.getFirst().differences())
                .containsExactly(new Item.Difference(Part.OFFER, "active", "published, with no unit", "false"));
        assertThat(row("100").getString("available_units")).isEqualTo("0");
        assertThat(row("100").getString("active")).isEqualTo("true");
    }

    @Test
    void whatIsNotThereCannotBeDeactivated() {
        var items = write(desk(), List.of(change(Action.DEACTIVATE, product("100", "9.99"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.MISSING);
    }

    @Test
    void aNewPriceOfWhatSomebodyDeletedIsToldAsANewProduct() {
        var items = write(desk(), List.of(offerOnly(change(Action.UPDATE, product("100", "9.99")))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.UPDATED);
        assertThat(row("100").getString("price")).isEqualTo("9.99");
    }

    @Test
    void aRefusedProductFailsAloneInTheInstancesWords() {
        var items = write(
                desk(),
                List.of(
                        change(Action.CREATE, with(product("100", "1.00"), "manufacturer", "")),
                        change(Action.CREATE, product("101", "1.00"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.FAILED, Outcome.CREATED);
        assertThat(items.getFirst().failure()).hasValueSatisfying(failure -> {
            assertThat(failure.cause()).contains("Field Value empty/Formatting issue Manufacturer");
            assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR);
        });
    }

    @Test
    void whatHasNeitherPriceNorAvailabilityIsNotPassedOver() {
        write(desk(), List.of(change(Action.CREATE, product("100", "9.99"))));

        var items = write(desk(), List.of(offerOnly(change(Action.UPDATE, product("100", "")))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.FAILED);
        assertThat(items.getFirst().failure())
                .hasValueSatisfying(failure -> assertThat(failure.cause()).contains("Negotiated price"));
    }

    @Test
    void whatNobodyHasMappedIsTakenInAndNotPublished() {
        write(desk(), List.of(change(Action.CREATE, with(product("100", "1.00"), "category", "Zeppelin"))));

        assertThat(row("100").getString("active")).isEqualTo("false");
        assertThat(compare(List.of(change(Action.COMPARE, product("100", "1.00")))))
                .singleElement()
                .satisfies(item -> assertThat(item.differences())
                        .containsExactly(new Item.Difference(Part.OFFER, "active", "false", "true")));
    }

    @Test
    void withoutTheRoleNothingIsSaidOfAnyProduct() {
        roles("itil");

        assertThatThrownBy(() -> write(desk(), many(Action.CREATE, 2))).isInstanceOf(Forbidden.class);
    }

    @Test
    void withoutWhatWasAgreedNothingIsTold() {
        assertThatThrownBy(() -> write(desk(new TreeMap<>()), many(Action.CREATE, 2)))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("supplierCustomer")
                .hasMessageContaining("supplierContract");
        assertThat(calls("catalog")).isZero();
    }

    private Change offerOnly(Change change) {
        return change(change.action(), change.wanted(), Set.of(Part.OFFER), DeskIds.DERIVED);
    }

    private void roles(String roles) {
        instance.change("sys_user", "5d10c0d1b0f14f6d9d1f9d2f6a7b8c01", "{'roles':'" + roles + "'}");
    }

    private long calls(String matter) {
        return instance.received().stream()
                .filter(call -> call.equals("POST /api/sn_spend_intg/spendint/" + matter))
                .count();
    }

    private JsonObject row(String sku) {
        return instance.rows(TABLE, "sku=" + sku).getFirst();
    }
}
