package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.hangUp;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.nowbridge.servicenow.SupplierApi.Matter;
import io.nowbridge.servicenow.SupplierApi.Supplier;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The supplier's side against answers as ServiceNow documents them. */
@QuarkusTest
class RestSupplierApiTest {

    private static final String PRICE = "/api/sn_spend_intg/spendint/price";
    private static final Supplier SUPPLIER = new Supplier("C-1", "CAT-1", "SUP-1", "import-1");
    private static final List<Map<String, Object>> PRODUCTS = List.of(Map.of("sku", "7"), Map.of("sku", "8"));

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final SupplierApi api = instance.client().supplierApi();

    @Test
    void aDeliveryNamesWhoseItIsAndIsWaitedFor() {
        instance.on(PRICE, json("{\"result\":{\"response\":\"success\"}}"));

        var refusals = itemOf(api.tell(Matter.PRICE, SUPPLIER, PRODUCTS));

        assertThat(refusals).isEmpty();
        var sent = instance.received(PRICE).getFirst();
        assertThat(sent.query("mode")).isEqualTo("sync");
        var delivery = new JsonObject(sent.body()).getJsonArray("root").getJsonObject(0);
        assertThat(delivery.getString("customer_id")).isEqualTo("C-1");
        assertThat(delivery.getString("catalog_id")).isEqualTo("CAT-1");
        assertThat(delivery.getString("supplier_id")).isEqualTo("SUP-1");
        assertThat(delivery.getString("third_party_import_id")).isEqualTo("import-1");
        assertThat(delivery.getJsonArray("products")).hasSize(2);
    }

    @Test
    void whatWasNotTakenInIsToldBySku() {
        instance.on(
                PRICE,
                json("{\"result\":{\"response\":[{\"status_code\":\"failure\",\"error_response_body\":["
                        + "{\"sku\":\"8\",\"error_message\":\"It does not exist\\n\"}]}]}}"));

        assertThat(itemOf(api.tell(Matter.PRICE, SUPPLIER, PRODUCTS))).isEqualTo(Map.of("8", "It does not exist"));
    }

    @Test
    void anAnswerThatSaysNothingOfTheDeliveryIsUnintelligible() {
        instance.on(PRICE, json("{\"result\":{}}"));

        assertThat(failureOf(api.tell(Matter.PRICE, SUPPLIER, PRODUCTS))).isInstanceOf(Unintelligible.class);
    }

    @Test
    void aDeliveryWhoseAnswerIsLostIsNotRepeatedHere() {
        instance.on(PRICE, hangUp());

        assertThat(failureOf(api.tell(Matter.PRICE, SUPPLIER, PRODUCTS)))
                .isInstanceOf(Unavailable.class)
                .returns(false, ServiceNowException::nothingHappened);
        assertThat(instance.received(PRICE)).hasSize(1);
    }
}
