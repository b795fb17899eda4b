package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may be changed about a purchase order, and by whom. */
class PurchaseOrderRulesTest {

    private static final String ORDER = "/api/now/table/proc_po/c9a5f6d0c0a8016400a1b2c3d4e5f601";
    private static final String RECEIVED = "/api/now/table/proc_po/c9a5f6d0c0a8016400a1b2c3d4e5f60a";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void theStatusStaysAsItIsWithoutAWord() {
        var answer = INSTANCE.patch(ORDER, "{\"status\": \"ordered\", \"u_tds_order_status\": \"TDS Received\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getString("status")).isEqualTo("requested");
        assertThat(answer.result().getString("u_tds_order_status")).isEqualTo("TDS Received");
    }

    @Test
    void afterAReceivingSlipAllFieldsStayAsTheyAreAndNotesArrive() {
        var answer = INSTANCE.patch(
                RECEIVED, "{\"u_tds_order_status\": \"TDS Shipped\", \"work_notes\": \"One of two has come.\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result().getString("u_tds_order_status")).isEqualTo("TDS Accepted");
        assertThat(INSTANCE.get(RECEIVED + "?sysparm_display_value=true")
                        .result()
                        .getString("work_notes"))
                .contains("One of two has come.");
    }

    @Test
    void aReceivingSlipThatIsNewFreezesItsPurchaseOrder() {
        INSTANCE.post("/api/now/table/proc_rec_slip", "{\"purchase_order\": \"c9a5f6d0c0a8016400a1b2c3d4e5f601\"}");

        var answer = INSTANCE.patch(ORDER, "{\"u_tds_cpo_id\": \"104477120\"}");

        assertThat(answer.result().getString("u_tds_cpo_id")).isEmpty();
    }

    @Test
    void onlyBuyersSeePurchaseOrdersAndChangeThem() {
        var seen = INSTANCE.call("GET", ORDER).as("itil", "itil").send();
        var changed = INSTANCE.call("PATCH", ORDER)
                .as("itil", "itil")
                .body("{\"u_tds_cpo_id\": \"1\"}")
                .send();

        assertThat(seen.status()).isEqualTo(404);
        assertThat(changed.status()).isIn(403, 404);
        assertThat(INSTANCE.get(ORDER).result().getString("u_tds_cpo_id")).isEmpty();
    }
}
