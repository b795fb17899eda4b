package io.nowbridge.connector.servicenow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connector.servicenow.probe.TestedInstance;
import io.nowbridge.order.Money;
import io.nowbridge.order.OrderDesk.Passed;
import io.nowbridge.order.PurchaseOrder;
import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.template.Template;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The purchase orders that the stand-in begins with. */
@QuarkusTest
class PurchaseOrdersTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void whatIsMarkedForTheVendorIsReady() {
        assertThat(ready(OrderTemplates.creating()))
                .extracting(PurchaseOrder::number)
                .containsExactlyInAnyOrder(
                        "PO0010001", "PO0010002", "PO0010003", "PO0010004", "PO0010005", "PO0010006");
    }

    @Test
    void theVendorMayBeNamedByItsKey() {
        var ready = ready(OrderTemplates.choosing("vendor", "b7e9e843c0a80169009a5a485bb2a2b5"));

        assertThat(ready).hasSize(6);
    }

    @Test
    void theStockroomThatSeveralGoToIsAskedForOnce() {
        instance.change("proc_po", "c9a5f6d0c0a8016400a1b2c3d4e5f601", "{'ship_to': ''}");

        var ready = ready(OrderTemplates.choosing("shipToStockroom", "Seattle stockroom"));

        assertThat(ready)
                .filteredOn(order -> order.shipTo().city().equals("Seattle"))
                .hasSize(3);
        assertThat(instance.received())
                .filteredOn("GET /api/now/table/alm_stockroom"::equals)
                .hasSize(1);
    }

    @Test
    void aPurchaseOrderGoesToTheLocationOfItsStockroom() {
        assertThat(find("PO0010001").shipTo())
                .isEqualTo(new ShipTo(
                        "ACME North America",
                        "Boston stockroom",
                        "1 Market Street",
                        "Floor 3",
                        "Boston",
                        "MA",
                        "02110",
                        "US",
                        "David Loo",
                        "+1 617 555 0142",
                        "david.loo@example.com"));
    }

    @Test
    void oneThatNamesNoStockroomGoesToTheUsualOne() {
        var order = find("PO0010003", OrderTemplates.choosing("shipToStockroom", "seattle Stockroom"));

        assertThat(order.shipTo().city()).isEqualTo("Seattle");
        assertThat(order.shipTo().contact()).isEqualTo("Maria Alvarez");
    }

    @Test
    void withoutAUsualStockroomItGoesNowhere() {
        assertThat(find("PO0010003").shipTo().line1()).isEmpty();
    }

    @Test
    void aCountryIsSaidByItsCode() {
        assertThat(find("PO0010002").shipTo().country()).isEqualTo("US");
        assertThat(find("PO0010006").shipTo().country()).isEqualTo("CA");
    }

    @Test
    void aLineThatRefersToAVendorItemHasItsProductId() {
        assertThat(find("PO0010005").lines()).extracting(Line::sku).containsExactly("7734021", "7201188");
        assertThat(find("PO0010005", OrderTemplates.mapping("product", "product_catalog"))
                        .lines())
                .extracting(Line::sku)
                .containsExactly("7734021", "7201188");
    }

    @Test
    void aLineThatIsCanceledIsNotOrdered() {
        var first = find("PO0010001").lines().getFirst();
        instance.create(
                "proc_po_item",
                "{'purchase_order': 'c9a5f6d0c0a8016400a1b2c3d4e5f601', 'part_number': '1', 'status': 'canceled'}");

        assertThat(find("PO0010001").lines()).hasSize(2).contains(first);
    }

    @Test
    void aBareNumberIsInTheCurrencyOfTheInstance() {
        var line = find("PO0010001").lines().getFirst().id();

        assertThat(price(line)).contains(new Money(new BigDecimal("1245.20"), "USD"));

        instance.settings("{'properties':{'glide.system.locale':'en.CA'}}");
        assertThat(price(line)).contains(new Money(new BigDecimal("1245.20"), "CAD"));

        instance.change("proc_po_item", line, "{'cost': 'EUR;99.00'}");
        assertThat(price(line)).contains(new Money(new BigDecimal("99.00"), "EUR"));

        instance.change("proc_po_item", line, "{'cost': '0'}");
        assertThat(price(line)).isEmpty();
    }

    @Test
    void whatIsNotTakenIsToldWithItsConditionTheNearestMissesFirst() {
        var passed = new ServiceNowOrderDesk(instance.client(), OrderTemplates.creating())
                .passed()
                .await()
                .atMost(LONGEST);

        assertThat(passed)
                .contains(
                        new Passed(
                                "(none)",
                                "u_tds_order_status is not set: only what is marked as \"Send to TDS\" is ordered",
                                2),
                        new Passed(
                                "send to tds",
                                "u_tds_order_status is written \"send to tds\" and has to be exactly \"Send to TDS\"",
                                1),
                        new Passed("Send to TDS", "vendor is \"Logitech\": only those of \"TD SYNNEX\" are ordered", 1),
                        new Passed(
                                "TDS Closed",
                                "u_tds_order_status is \"TDS Closed\": only what is marked as \"Send to TDS\" is ordered",
                                1));
        assertThat(passed.subList(0, 2))
                .extracting(Passed::status)
                .containsExactlyInAnyOrder("send to tds", "Send to TDS");
    }

    @Test
    void aTemplateMayNameAChoiceByItsLabel() {
        instance.create(
                "sys_choice",
                "{'name': 'proc_po', 'element': 'u_tds_order_status', 'value': 'go', 'label': 'Off you go', 'language': 'en'}");
        instance.change("proc_po", "c9a5f6d0c0a8016400a1b2c3d4e5f607", "{'u_tds_order_status': 'go'}");
        var template = OrderTemplates.readyAt("Off you go");

        var ready = ready(template);

        assertThat(ready).extracting(PurchaseOrder::number).containsExactly("PO0010007");
        assertThat(ready).extracting(PurchaseOrder::status).containsExactly("Off you go");
    }

    @Test
    void whoMayNotSeePurchaseOrdersIsTold() {
        instance.settings("{'apiAcl':['table']}");

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> find("PO0010001"));
    }

    private Optional<Money> price(String line) {
        return find("PO0010001").lines().stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow()
                .unitPrice();
    }

    private List<PurchaseOrder> ready(Template template) {
        return new ServiceNowOrderDesk(instance.client(), template)
                .ready()
                .collect()
                .asList()
                .await()
                .atMost(LONGEST);
    }

    private PurchaseOrder find(String number) {
        return find(number, OrderTemplates.creating());
    }

    private PurchaseOrder find(String number, Template template) {
        return new ServiceNowOrderDesk(instance.client(), template)
                .find(number)
                .await()
                .atMost(LONGEST)
                .orElseThrow();
    }
}
