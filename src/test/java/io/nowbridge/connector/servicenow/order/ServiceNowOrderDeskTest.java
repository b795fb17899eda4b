package io.nowbridge.connector.servicenow.order;

import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.order.OrderDesk;
import io.nowbridge.order.OrderDeskContract;
import io.nowbridge.order.PurchaseOrder;
import io.nowbridge.order.PurchaseOrder.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Purchase orders of the stand-in, for a vendor whose the seed has none. */
@QuarkusTest
class ServiceNowOrderDeskTest extends OrderDeskContract {

    private static final String VENDOR = "Contract Distribution";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    private String vendor = "";

    @BeforeEach
    void thereIsTheVendor() {
        vendor = instance.create("core_company", "{'name': '%s', 'vendor': 'true'}".formatted(VENDOR))
                .getString("sys_id");
    }

    @Override
    protected OrderDesk desk() {
        return new ServiceNowOrderDesk(instance.client(), OrderTemplates.choosing("vendor", VENDOR));
    }

    @Override
    protected String mark(String... skus) {
        var order =
                instance.create("proc_po", "{'vendor': '%s', 'u_tds_order_status': 'Send to TDS'}".formatted(vendor));
        for (var sku : skus) {
            instance.create(
                    "proc_po_item",
                    "{'purchase_order': '%s', 'part_number': '%s', 'ordered_quantity': '2', 'cost': '9.99'}"
                            .formatted(order.getString("sys_id"), sku));
        }
        return order.getString("number");
    }

    @Override
    protected String shown(PurchaseOrder order, String field) {
        return shown("proc_po", order.id(), field);
    }

    @Override
    protected String shown(Line line, String field) {
        return shown("proc_po_item", line.id(), field);
    }

    private String shown(String table, String id, String field) {
        var column = new OrderLayout(OrderTemplates.creating()).column(field).orElseThrow();
        return rows(table, "sys_id=" + id).getFirst().getString(column);
    }

    @Override
    protected List<String> notes(PurchaseOrder order) {
        return texts(rows("sys_journal_field", "element_id=" + order.id()), "value");
    }

    @Override
    protected List<String> parcels(PurchaseOrder order) {
        return texts(rows("u_tds_shipment", "u_purchase_order=" + order.id()), "u_tracking");
    }

    @Override
    protected void loseTheNextAnswer() {
        instance.fault(
                "{'match': {'method': 'POST', 'path': '/api/now/v1/batch'}, 'fault': 'drop-after-write', 'times': 1}");
    }

    private List<JsonObject> rows(String table, String query) {
        return instance.rows(table, query);
    }

    private static List<String> texts(List<JsonObject> rows, String column) {
        return rows.stream()
                .map(row -> Optional.ofNullable(row.getString(column)).orElse(""))
                .toList();
    }
}
