package io.nowbridge.local.tdsynnex;

import static io.nowbridge.local.tdsynnex.OrderDocuments.all;
import static io.nowbridge.local.tdsynnex.OrderDocuments.item;
import static io.nowbridge.local.tdsynnex.OrderDocuments.lines;
import static io.nowbridge.local.tdsynnex.OrderDocuments.order;
import static io.nowbridge.local.tdsynnex.OrderDocuments.status;
import static io.nowbridge.local.tdsynnex.OrderDocuments.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.tdsynnex.OrderDocuments.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderStatusTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(RunningDistributor.NOW);

    @RegisterExtension
    final RunningDistributor distributor = new RunningDistributor(Optional.empty(), now::get);

    @Test
    void anUnknownNumberIsNotFound() {
        var answer = ask("PO1");

        assertThat(all(answer, "Code")).containsExactly("notFound");
        assertThat(all(answer, "PONumber")).containsExactly("PO1");
        assertThat(answer).contains("<Items>").doesNotContain("<Item ");
    }

    @Test
    void anOrderIsKnownOnceItsTimeHasCome() {
        distributor.rules("{'statusLagMillis': 90000}");
        place(order("PO1", item(1, stocked(5), 1)));

        var atOnce = ask("PO1");
        now.updateAndGet(before -> before.plus(Duration.ofSeconds(90)));
        var later = ask("PO1");

        assertThat(all(atOnce, "Code")).containsExactly("notFound");
        assertThat(all(later, "Code")).containsExactly("accepted", "accepted");
    }

    @Test
    void timesAreTheDistributorsOwnAndNameNoZone() {
        place(order("PO1", item(1, stocked(5), 1)));

        assertThat(all(ask("PO1"), "PODatetime")).containsExactly("2026-02-01T07:00:00");
    }

    @Test
    void aLineFromSeveralWarehousesIsSaidOnceForEach() {
        var product = stocked(40);
        place(order("PO1", item(1, product, product.stock())));

        var answer = ask("PO1");

        assertThat(lines(answer)).hasSizeGreaterThan(2).containsOnly("1");
        assertThat(all(answer, "ShipFromWarehouse")).doesNotHaveDuplicates();
        assertThat(all(answer, "OrderNumber")).doesNotHaveDuplicates();
        assertThat(all(answer, "OrderQuantity").stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(product.stock());
    }

    @Test
    void parcelsOfOneOrderNumberAreSaidWithTheirSerialNumbers() {
        place(order("PO1", item(1, stocked(10), 3)));

        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 2, 'tracking': 'T1', 'serials': ['S1', 'S2']}}");
        var partly = ask("PO1");
        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 1, 'tracking': 'T2', 'serials': ['S3']}}");
        var wholly = ask("PO1");

        assertThat(all(partly, "Code")).containsExactly("accepted", "accepted");
        assertThat(all(partly, "ShipQuantity")).containsExactly("2");
        assertThat(all(partly, "SerialNo")).containsExactly("S1", "S2");
        assertThat(all(wholly, "Code")).containsExactly("shipped", "shipped");
        assertThat(all(wholly, "OrderQuantity")).containsExactly("3");
        assertThat(all(wholly, "TrackingNumber")).containsExactly("T1", "T2");
        assertThat(all(wholly, "ShipItemQuantity")).containsExactly("2", "1");
        assertThat(all(wholly, "ShipMethodDescription")).containsExactly("FedEx Express Saver");
    }

    @Test
    void whatIsLeftMayGoUnderAnOrderNumberOfItsOwn() {
        place(order("PO1", item(1, stocked(10), 3)));

        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 2, 'apart': true}}");

        var answer = ask("PO1");
        assertThat(lines(answer)).containsExactly("1", "1");
        assertThat(all(answer, "Code")).containsExactly("accepted", "shipped", "accepted");
        assertThat(all(answer, "OrderQuantity")).containsExactly("2", "1");
        assertThat(all(answer, "OrderNumber")).doesNotHaveDuplicates();
    }

    @Test
    void whatLeavesFromElsewhereIsSaidThere() {
        place(order("PO1", item(1, stocked(10), 3)));
        var home = all(ask("PO1"), "ShipFromWarehouse").getFirst();
        var elsewhere = home.equals("12") ? "3" : "12";

        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 2, 'warehouse': " + elsewhere + "}}");

        var answer = ask("PO1");
        assertThat(all(answer, "ShipFromWarehouse")).containsExactly(home, elsewhere);
        assertThat(all(answer, "OrderQuantity")).containsExactly("1", "2");
        assertThat(all(answer, "ShipQuantity")).containsExactly("0", "2");
    }

    @Test
    void whatIsTakenOutIsDeletedAndHeld() {
        place(order("PO1", item(1, stocked(10), 3)));

        distributor.happen("PO1", "{'cancel': {'line': 1, 'quantity': 1}}");
        var some = ask("PO1");
        distributor.happen("PO1", "{'cancel': {'line': 1, 'quantity': 2}}");
        var wholly = ask("PO1");

        assertThat(all(some, "Code")).containsExactly("accepted", "accepted", "deleted");
        assertThat(all(some, "OrderQuantity")).containsExactly("2", "1");
        assertThat(all(some, "ShipMethod")).containsExactly("FX", "NL");
        assertThat(all(wholly, "Code")).first().isEqualTo("deleted");
    }

    @Test
    void whatIsAwaitedSaysWhenItArrives() {
        place(order("PO1", item(1, stocked(10), 3)));

        distributor.happen("PO1", "{'backorder': {'line': 1, 'quantity': 2, 'eta': '2026-03-02'}}");
        var awaited = ask("PO1");
        distributor.happen("PO1", "{'release': {'line': 1}}");
        var released = ask("PO1");

        assertThat(all(awaited, "OrderType")).containsExactly("SO", "BO");
        assertThat(all(awaited, "ETADate")).containsExactly("", "2026-03-02");
        assertThat(all(released, "OrderType")).containsExactly("SO", "SO");
        assertThat(all(released, "OrderNumber")).isEqualTo(all(awaited, "OrderNumber"));
    }

    @Test
    void whatAPersonHasToReleaseIsAcceptedMeanwhile() {
        place(with(order("PO1", item(1, stocked(10), 3)), "Comment", "Ring the bell"));

        var reviewed = ask("PO1");
        distributor.happen("PO1", "{'release': {'line': 1}}");

        assertThat(all(reviewed, "Code")).containsExactly("accepted", "accepted");
        assertThat(all(reviewed, "OrderType")).containsExactly("QO");
        assertThat(all(ask("PO1"), "OrderType")).containsExactly("SO");
    }

    @Test
    void rejectedLinesAndOrdersAreSaidToBe() {
        place(order("PO1", item(1, "12", "1.00", 1), item(2, stocked(5), 1)));
        place(order("PO2", item(1, "12", "1.00", 1)));

        assertThat(all(ask("PO1"), "Code")).containsExactly("accepted", "rejected", "accepted");
        assertThat(all(ask("PO2"), "Code")).containsExactly("rejected", "rejected");
        assertThat(all(ask("PO1"), "Reason")).containsExactly("", "Invalid SKU: 12");
        assertThat(all(ask("PO2"), "Reason")).containsExactly("Invalid SKU: 12", "Invalid SKU: 12");
    }

    @Test
    void feesAreSaidFromTheirVersionOn() {
        place(order("PO1", item(1, stocked(5), 1)));

        assertThat(all(ask("PO1"), "Freight")).containsExactly("0.00");
        assertThat(all(send(status("PO1").replace("2.4", "2.3")), "Freight")).isEmpty();
    }

    @Test
    void aWrongPasswordAndAnArmedErrorAreSaidInTheBody() {
        distributor.orderError("{'service': 'POStatus', 'error': 'Server.APIFault'}");

        assertThat(all(ask("PO1"), "ErrorMessage")).containsExactly("Server.APIFault");
        assertThat(all(send(status("PO1").replace("tdsynnex-local", "guess")), "ErrorMessage"))
                .containsExactly("user login failed");
        assertThat(all(send("<SynnexB2B/>"), "ErrorMessage")).containsExactly("Client.IncompleteXML");
    }

    private Product stocked(int least) {
        return Product.stocked(distributor, least);
    }

    private void place(String document) {
        distributor.call("POST", "/SynnexXML/PO", document);
    }

    private String ask(String number) {
        return send(status(number));
    }

    private String send(String document) {
        return distributor.call("POST", "/SynnexXML/POStatus", document).text();
    }
}
