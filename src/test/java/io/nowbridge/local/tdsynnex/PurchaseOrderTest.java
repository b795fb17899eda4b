package io.nowbridge.local.tdsynnex;

import static io.nowbridge.local.tdsynnex.OrderDocuments.all;
import static io.nowbridge.local.tdsynnex.OrderDocuments.item;
import static io.nowbridge.local.tdsynnex.OrderDocuments.lines;
import static io.nowbridge.local.tdsynnex.OrderDocuments.order;
import static io.nowbridge.local.tdsynnex.OrderDocuments.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.local.tdsynnex.OrderDocuments.Product;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseOrderTest {

    @RegisterExtension
    final RunningDistributor distributor = new RunningDistributor();

    @Test
    void whatIsInStockIsSoldUnderAnOrderNumber() {
        var product = Product.stocked(distributor, 5);

        var answer = place(order("PO1", item(1, product, 2)));

        assertThat(all(answer, "Code")).containsExactly("accepted", "accepted");
        assertThat(all(answer, "PONumber")).containsExactly("PO1");
        assertThat(all(answer, "OrderType")).containsExactly("SO");
        assertThat(all(answer, "OrderNumber")).singleElement().asString().matches("\\d{8,9}");
        assertThat(all(answer, "SynnexInternalReference")).containsExactly("SALESORDER,A-CIS---SOLINE,A-CIS");
    }

    @Test
    void theSameNumberOnceMoreIsADuplicateAndChangesNothing() {
        var product = Product.stocked(distributor, 5);
        place(order("PO1", item(1, product, 2)));
        var before = distributor.order("PO1");

        var answer = place(order("PO1", item(1, product, 2)));

        assertThat(all(answer, "Code")).containsExactly("rejected", "rejected");
        assertThat(all(answer, "Reason")).first().asString().startsWith("This PO# already exists in our system");
        assertThat(all(answer, "SynnexInternalReference")).containsExactly("DUPREJECT,R-PODUPE---DUPPOKILL,R-PODUPE");
        assertThat(all(answer, "OrderNumber")).doesNotContainAnyElementsOf(portions("PO1", "orderNumber"));
        assertThat(distributor.order("PO1")).isEqualTo(before.put("received", 2));
    }

    @Test
    void withoutTheCheckADuplicateIsDeliveredTwice() {
        var product = Product.stocked(distributor, 5);
        distributor.rules("{'duplicateCheck': false}");
        place(order("PO1", item(1, product, 2)));

        place(order("PO1", item(1, product, 2)));

        assertThat(distributor.order("PO1").getInteger("accepted")).isEqualTo(2);
        assertThat(distributor.order("PO1").getJsonArray("portions")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"US, 0.01, false", "US, 0.02, true", "CA, 0.02, false", "CA, 0.03, true"})
    void aPriceThatIsTooFarOffIsLookedAt(String region, BigDecimal off, boolean looked) {
        distributor.catalogue("{'region': '%s'}".formatted(region));
        var product = Product.sold(distributor, region.equals("US") ? "u100042" : "c100042")
                .getFirst();
        var price = new BigDecimal(product.cost()).add(off).toPlainString();

        var answer = place(order("PO1", item(1, product.sku(), price, product.minimum())));

        assertThat(all(answer, "Code")).containsExactly("accepted", "accepted");
        assertThat(all(answer, "OrderType").equals(List.of("99"))).isEqualTo(looked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Comment", "ShipComment", "ShipCommentInternal"})
    void aCommentIsLookedAt(String field) {
        var product = Product.stocked(distributor, 5);

        var answer = place(with(order("PO1", item(1, product, 1)), field, "Ring the bell"));

        assertThat(all(answer, "OrderType")).containsExactly("99");
        assertThat(all(answer, "SynnexInternalReference"))
                .containsExactly("OKCOMMENTS,A-SALESPND---CONVERTOK,A-SALESPND");
    }

    @Test
    void linesAreTakenAndRejectedEachForItself() {
        distributor.catalogue("{'day': 3}");
        var product = Product.stocked(distributor, 5);
        var ended = distributor.rows("u100042").stream()
                .filter(row -> row.size() == 70 && row.get(5).equals("D"))
                .map(row -> row.get(4))
                .findFirst()
                .orElseThrow();

        var answer = place(order(
                "PO1",
                item(1, "12", "1.00", 1),
                item(2, product, 1),
                item(3, "900001", "1.00", 1),
                item(4, ended, "1.00", 1),
                item(5, product, 0)));

        assertThat(all(answer, "Code"))
                .containsExactly("accepted", "rejected", "accepted", "rejected", "rejected", "rejected");
        assertThat(all(answer, "Reason"))
                .containsExactly(
                        "Invalid SKU: 12",
                        "Not authorized SKU: 900001",
                        "Discontinued SKU: " + ended,
                        "Minimum order quantity is 1");
        assertThat(lines(answer)).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void fewerThanTheLeastAreRejected() {
        var product = Product.sold(distributor).stream()
                .filter(one -> one.minimum() == 10)
                .findFirst()
                .orElseThrow();

        var answer = place(order("PO1", item(1, product, 9)));

        assertThat(all(answer, "Reason")).contains("Minimum order quantity is 10");
    }

    @Test
    void anOrderOfWhichNothingWasTakenMayComeAgain() {
        var product = Product.stocked(distributor, 5);
        var refused = place(order("PO1", item(1, "12", "1.00", 1)));

        var answer = place(order("PO1", item(1, product, 1)));

        assertThat(all(refused, "Code")).containsExactly("rejected", "rejected");
        assertThat(all(refused, "Reason")).contains("Invalid SKU: 12");
        assertThat(all(answer, "Code")).containsExactly("accepted", "accepted");
        assertThat(distributor.order("PO1").getInteger("accepted")).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsAwaitedUnlessThatIsNotWanted() {
        var product = Product.stocked(distributor, 5);
        var more = product.stock() + 5000L;

        var awaited = place(order("PO1", item(1, product, more)));
        var unwanted = place(with(order("PO2", item(1, product, more)), "BackOrderFlag", "N"));

        assertThat(all(awaited, "OrderType")).containsExactly("SO");
        assertThat(types("PO1")).endsWith("BO");
        assertThat(all(unwanted, "Code")).containsExactly("accepted", "accepted");
        assertThat(distributor.order("PO2").getJsonArray("portions").encode()).contains("Insufficient stock");
    }

    @Test
    void aLineThatMayNotBeSplitComesFromOneWarehouse() {
        var product = Product.stocked(distributor, 40);

        place(order("PO1", item(1, product, product.stock())));
        place(with(order("PO2", item(1, product, product.stock())), "WarehouseSplit", "N"));
        place(with(order("PO3", item(1, product, 1)), "WarehouseSplit", "N"));

        assertThat(types("PO1")).hasSizeGreaterThan(2).containsOnly("SO");
        assertThat(types("PO2")).containsExactly("BO");
        assertThat(types("PO3")).containsExactly("SO");
    }

    @Test
    void theWarehouseThatIsAskedForComesFirst() {
        var product = Product.stocked(distributor, 40);
        place(order("PO1", item(1, product, product.stock())));
        var emptiest = distributor.order("PO1").getJsonArray("portions").stream()
                .map(portion -> ((JsonObject) portion).getInteger("warehouse"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .toString();

        var answer = place(order("PO2", item(1, product, product.stock()))
                .replace("<ShipTo>", "<ShipFromWarehouse>" + emptiest + "</ShipFromWarehouse><ShipTo>"));

        assertThat(all(answer, "ShipFromWarehouse")).containsExactly(emptiest);
    }

    @Test
    void allThatIsMissingOrTooLongIsNumberedInOneText() {
        var document = order("123456789012345678901", "<Item lineNumber=\"1\"/>")
                .replace("<City>Fredericksburg</City>", "")
                .replace("<State>VA</State>", "<State>Virginia</State>");

        var answer = place(document);

        assertThat(all(answer, "ErrorMessage")).containsExactly("Client.IncompleteXML");
        assertThat(all(answer, "ErrorDetail"))
                .containsExactly("(1)OrderRequest/PONumber: String value of at most 20 characters required"
                        + " (2)OrderRequest/Shipment/ShipTo/City: String value required"
                        + " (3)OrderRequest/Shipment/ShipTo/State: String value of at most 2 characters required"
                        + " (4)OrderRequest/Items/Item/SKU: Product to be ordered not specified"
                        + " (5)OrderRequest/Items/Item/UnitPrice: Float value required"
                        + " (6)OrderRequest/Items/Item/OrderQuantity: Integer value required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not XML at all", "<SynnexB2B/>", "<!DOCTYPE a><SynnexB2B/>", "<priceRequest/>"})
    void whatIsNoOrderIsRefused(String document) {
        assertThat(all(place(document), "ErrorMessage")).containsExactly("Client.IncompleteXML");
    }

    @Test
    void anOrderWithoutProductsAndOneWithALineTwiceAreRefused() {
        var product = Product.stocked(distributor, 5);

        assertThat(all(place(order("PO1")), "ErrorDetail"))
                .containsExactly("(1)OrderRequest/Items: Product to be ordered not specified");
        assertThat(all(place(order("PO1", item(1, product, 1), item(1, product, 1))), "ErrorDetail"))
                .containsExactly("(1)OrderRequest/Items: Each line number once required");
    }

    @Test
    void aWrongPasswordIsSaidInTheBodyOfA200() {
        var document = order("PO1", item(1, Product.stocked(distributor, 5), 1));

        var answer = distributor.call("POST", "/SynnexXML/PO", document.replace("tdsynnex-local", "guess"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(all(answer.text(), "ErrorMessage")).containsExactly("user login failed");
        assertThat(distributor.orders().getJsonArray("orders")).isEmpty();
    }

    @Test
    void ordersAreTakenFromRegisteredAddressesOnly() {
        var document = order("PO1", item(1, Product.stocked(distributor, 5), 1));
        distributor.rules("{'addresses': ['203.0.113.7']}");

        var refused = place(document);
        distributor.rules("{'addresses': ['203.0.113.7', '127.0.0.1']}");
        var taken = place(document);

        assertThat(all(refused, "ErrorMessage")).containsExactly("IP Address Invalid");
        assertThat(all(refused, "ErrorDetail")).first().asString().startsWith("IP address:127.0.0.1 not defined.");
        assertThat(all(taken, "Code")).contains("accepted");
    }

    @Test
    void anErrorCanBeAnsweredBeforeTheOrderIsTakenAndAfterwards() {
        var product = Product.stocked(distributor, 5);
        distributor.orderError("{'error': 'Server.DatabaseIssue', 'times': 2}");
        distributor.orderError("{'error': 'Server.Timeout', 'after': true}");

        var before = place(order("PO1", item(1, product, 1)));
        var again = place(order("PO1", item(1, product, 1)));
        var after = place(order("PO1", item(1, product, 1)));
        var last = place(order("PO1", item(1, product, 1)));

        assertThat(all(before, "ErrorMessage")).containsExactly("Server.DatabaseIssue");
        assertThat(all(again, "ErrorMessage")).containsExactly("Server.DatabaseIssue");
        assertThat(all(after, "ErrorMessage")).containsExactly("Server.Timeout");
        assertThat(all(last, "SynnexInternalReference")).first().asString().startsWith("DUPREJECT");
        assertThat(distributor.order("PO1").getInteger("received")).isEqualTo(4);
        assertThat(distributor.order("PO1").getInteger("accepted")).isEqualTo(1);
    }

    @Test
    void anOrderWhoseAnswerIsLostIsTaken() {
        var product = Product.stocked(distributor, 5);
        distributor.fault("{'match': {'path': '/SynnexXML/PO'}, 'fault': 'drop-after-write'}");

        assertThatThrownBy(() -> place(order("PO1", item(1, product, 1)))).isInstanceOf(UncheckedIOException.class);

        assertThat(distributor.order("PO1").getInteger("received")).isEqualTo(1);
        assertThat(distributor.order("PO1").getInteger("accepted")).isEqualTo(1);
    }

    @Test
    void thePasswordIsNotShownAmongTheRequests() {
        place(order("PO1", item(1, Product.stocked(distributor, 5), 1)));

        var requests = distributor.call("GET", "/__requests", "").text();

        assertThat(requests).contains("feed@example.com").doesNotContain("tdsynnex-local");
    }

    private String place(String document) {
        return distributor.call("POST", "/SynnexXML/PO", document).text();
    }

    private List<String> types(String number) {
        return portions(number, "type");
    }

    private List<String> portions(String number, String field) {
        return distributor.order(number).getJsonArray("portions").stream()
                .map(portion -> ((JsonObject) portion).getString(field))
                .toList();
    }
}
