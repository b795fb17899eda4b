package io.nowbridge.connector.servicenow.product;

import static io.nowbridge.product.DeskProducts.change;
import static io.nowbridge.product.DeskProducts.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.ProductDesk;
import io.nowbridge.product.ProductDeskContract;
import io.nowbridge.product.Sku;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Products through a staging table, against the stand-in on which the update set was committed. */
@QuarkusTest
class ImportSetProductDeskTest extends ProductDeskContract {

    @RegisterExtension
    final TestedInstance instance = new TestedInstance(new ProductUpdateSet().seed());

    @Override
    protected ProductDesk desk() {
        var vendor = Uni.createFrom().item(ProductTemplates.VENDOR);
        var client = instance.client();
        return new ImportSetProductDesk(
                client,
                vendor,
                new BatchProductDesk(client, ProductTemplates.usual(), vendor),
                new ImportSetProductDesk.Patience(Duration.ofMillis(20), 100));
    }

    @Override
    protected int records(Sku sku) {
        return instance.rows("pc_vendor_cat_item", "product_id=" + sku).size();
    }

    @Test
    void whereExistingProductsAreLeftOnlyNewOnesAreLoaded() {
        write(desk(), List.of(change(Action.CREATE, product("100", "1.00"))));

        var items = write(
                new LeavingProductDesk(desk()),
                List.of(change(Action.CREATE, product("100", "2.00")), change(Action.CREATE, product("101", "2.00"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.ADOPTED, Outcome.CREATED);
        assertThat(compare(List.of(
                        change(Action.COMPARE, product("100", "1.00")),
                        change(Action.COMPARE, product("101", "2.00")))))
                .extracting(Item::outcome)
                .containsOnly(Outcome.SAME);
    }

    @Test
    void whatTheTransformMapRefusesFailsInItsWords() {
        instance.settings("{'createDenied':['pc_vendor_cat_item']}");

        var items = write(desk(), List.of(change(Action.CREATE, product("100", "1.00"))));

        assertThat(items).extracting(Item::outcome).containsExactly(Outcome.FAILED);
        assertThat(items.getFirst().failure()).hasValueSatisfying(failure -> {
            assertThat(failure.cause()).contains("ACL Exception Insert Failed");
            assertThat(failure.whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR);
        });
    }
}
