package io.nowbridge.order;

import static io.nowbridge.order.OrderFixtures.line;
import static io.nowbridge.order.OrderFixtures.purchaseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.product.Catalogue.Quote;
import io.nowbridge.product.Product;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.ProductFixtures;
import io.nowbridge.product.Sku;
import io.nowbridge.template.TemplateFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known to be wrong with an order before it leaves, and what it is said to be. */
class CheckOrderTest {

    private final RunningOrders running = new RunningOrders(OrderFixtures.createOrders());

    @Test
    void aSkuThatWasNotSynchronisedIsInvalidAndTheTextSaysWhatToRun() {
        var order = running.submit(purchaseOrder("PO1", line(1, "1", "1"), line(2, "77", "1")));

        assertThat(order.stage()).isEqualTo(Stage.INVALID);
        assertThat(order.reasons())
                .containsExactly(new Failure(
                        "line 2",
                        "Invalid SKU 77 (Printer 77): it was not synchronised to the desk",
                        WhoCanFix.ADMINISTRATOR,
                        "Run the template Product Sync, so that the product is at the desk, and verify its mapping of"
                                + " categories; then retry the order."));
        assertThat(running.entries("PO1")).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.FAILED);
            assertThat(entry.failures()).isEqualTo(order.reasons());
        });
        assertThat(running.distributor.received()).isEmpty();
    }

    @Test
    void aSkuWhoseCategoryIsNotMappedIsInvalidAndTheTextNamesTheCategory() {
        running.unmapCategories();
        running.lists(ProductFixtures.of("099001", "Acme", "77"));

        var order = running.submit(purchaseOrder("PO1", line(1, "77", "1")));

        assertThat(order.reasons())
                .containsExactly(new Failure(
                        "line 1",
                        "Invalid SKU 77 (Printer 77): its category 099001 is not mapped, so that it was not synchronised",
                        WhoCanFix.ADMINISTRATOR,
                        "Map the category in the template Product Sync and run it; then retry the order."));
    }

    @Test
    void aSkuThatIsSoldNoMoreIsInvalidAndTheTextNamesTheReplacement() {
        running.lists(replaced(ProductFixtures.being(ProductFixtures.product("1"), Status.DISCONTINUED), "2"));

        assertThat(causes(running.submit(purchaseOrder("PO1", line(1, "1", "1")))))
                .containsExactly("Invalid SKU 1 (Printer 1): it is sold no more, and replaced by 2");
    }

    @Test
    void aSkuThatIsInactiveAtTheDeskIsInvalid() {
        running.keeps(new Sku("1"), false);

        assertThat(causes(running.submit(purchaseOrder("PO1", line(1, "1", "1")))))
                .containsExactly("Invalid SKU 1 (Printer 1): it is sold no more");
    }

    @Test
    void aSkuThatTheAccountMayNotBuyIsInvalid() {
        running.catalogue.asks(List.of(quote("2", "27.10")));

        assertThat(causes(running.submit(purchaseOrder("PO1", line(1, "1", "1")))))
                .containsExactly("Invalid SKU 1 (Printer 1): the distributor does not sell it to this account");
    }

    @Test
    void aLineThatNamesNoSkuIsInvalid() {
        assertThat(causes(running.submit(purchaseOrder("PO1", line(1, "", "1")))))
                .containsExactly("Invalid SKU (Printer ): it names no SKU of the distributor");
    }

    @Test
    void aPurchaseOrderWithoutLinesIsInvalid() {
        assertThat(causes(running.submit(purchaseOrder("PO1")))).containsExactly("It has no lines");
    }

    @Test
    void aQuantityIsAWholeNumberAndNotBelowTheMinimum() {
        running.lists(ProductFixtures.product("1"), soldByTens("2"));

        var order = running.submit(purchaseOrder("PO1", line(1, "1", "1.5"), line(2, "2", "9"), line(3, "1", "0")));

        assertThat(causes(order))
                .containsExactly(
                        "The quantity 1.5 is not a whole number from 1",
                        "9 of 2 are ordered, and the distributor sells 10 at least",
                        "The quantity 0 is not a whole number from 1");
    }

    @Test
    void aUnitIsTheDistributorsOrTheDesksWordForIt() {
        var order = running.submit(purchaseOrder(
                "PO1",
                OrderFixtures.by(line(1, "1", "1"), "ea"),
                OrderFixtures.by(line(2, "1", "1"), ""),
                OrderFixtures.by(line(3, "1", "1"), "box")));

        assertThat(causes(order)).containsExactly("The unit box is not that of the product, which is sold by EA");
    }

    @Test
    void aPriceIsThereAndInTheCurrencyOfTheAccount() {
        var order = running.submit(purchaseOrder(
                "PO1",
                OrderFixtures.at(line(1, "1", "1"), Optional.empty()),
                OrderFixtures.at(line(2, "2", "1"), Optional.of(new Money(new BigDecimal("27.10"), "EUR")))));

        assertThat(causes(order))
                .containsExactly("1 has no unit price", "The price of 2 is in EUR, and the account is kept in USD");
    }

    @Test
    void anAddressHasWhatTheDistributorNeedsAndNoMoreThanItTakes() {
        var shipTo = new ShipTo("x".repeat(31), "", "", "", "Fredericksburg", "Virginia", "22407", "CA", "", "", "");

        var order = running.submit(OrderFixtures.shippedTo("PO1", shipTo, line(1, "1", "1")));

        assertThat(causes(order))
                .containsExactly(
                        "The name has 31 characters, and the distributor takes 30",
                        "The address has no street",
                        "The state has 8 characters, and the distributor takes 2",
                        "The country is CA, and this account delivers to US");
    }

    @Test
    void whatAnAddressLeavesOutIsTakenFromTheTemplate() {
        running.change(TemplateFixtures.choosing(
                TemplateFixtures.choosing(running.template().form(), "country", "US"), "contact", "Olga"));
        var shipTo = new ShipTo("Acme", "", "1 Main Street", "", "Fredericksburg", "VA", "22407", "", "", "", "");

        running.submit(OrderFixtures.shippedTo("PO1", shipTo, line(1, "1", "1")));

        var sent = running.distributor.received().getFirst().shipTo();
        assertThat(sent.country()).isEqualTo("US");
        assertThat(sent.contact()).isEqualTo("Olga");
    }

    @Test
    void aNumberThatIsTooLongWithItsPrefixIsInvalid() {
        running.choose("numberPrefix", "ACME-");
        running.desk.puts(purchaseOrder("PO00000000000001", line(1, "1", "1")));

        running.look();
        running.deliver();

        assertThat(causes(running.order("ACME-PO00000000000001")))
                .containsExactly("Its number ACME-PO00000000000001 has 21 characters, and the distributor takes 20");
    }

    @Test
    void aPurchaseOrderThatSomebodyHasWithdrawnMeanwhileIsNotSent() {
        var order = purchaseOrder("PO1", line(1, "1", "1"));
        running.desk.puts(order);
        running.look();
        running.desk.puts(OrderFixtures.being(order, "Cancelled"));

        running.deliver();

        assertThat(causes(running.order("PO1"))).containsExactly("Its status at the desk is Cancelled by now");
        assertThat(running.distributor.received()).isEmpty();
    }

    @Test
    void whatIsSentIsThePurchaseOrderAsItIsWhenItLeaves() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "1")));
        running.look();
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "7")));

        running.deliver();

        assertThat(running.distributor.received().getFirst().items())
                .containsExactly(new Item(1, "1", 7, new BigDecimal("27.10")));
    }

    @Test
    void aCommentIsSentOnlyWhereAPersonAtTheDistributorMayBeNeeded() {
        running.submit(OrderFixtures.saying(purchaseOrder("PO1", line(1, "1", "1")), "By Friday"));
        running.choose("manualReview", "true");

        running.submit(OrderFixtures.saying(purchaseOrder("PO2", line(1, "2", "1")), "By Friday"));

        assertThat(running.distributor.received())
                .extracting(Distributor.Request::comment)
                .containsExactly("", "By Friday");
    }

    @Test
    void aPurchaseOrderThatWasInvalidIsTakenAgainOnceItHasChanged() {
        running.submit(purchaseOrder("PO1", line(1, "77", "1")));
        running.sleep(Duration.ofMinutes(5));
        var unchanged = running.look();

        var order = running.submit(purchaseOrder("PO1", line(1, "1", "1")));

        assertThat(unchanged.taken()).isZero();
        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(running.entries("PO1"))
                .extracting(entry -> entry.result())
                .containsExactly(Result.FAILED, Result.SUCCESS);
    }

    private static List<String> causes(Order order) {
        assertThat(order.stage()).isEqualTo(Stage.INVALID);
        return order.reasons().stream().map(Failure::cause).toList();
    }

    static Quote quote(String sku, String cost) {
        return new Quote(new Sku(sku), Status.ACTIVE, ProductFixtures.amount(cost), "USD", 5);
    }

    private static Product replaced(Product product, String by) {
        return with(product, Optional.of(new Sku(by)), product.minimumQuantity());
    }

    private static Product soldByTens(String sku) {
        return with(ProductFixtures.product(sku), Optional.empty(), 10);
    }

    private static Product with(Product product, Optional<Sku> replacement, long minimum) {
        return new Product(
                product.sku(),
                product.manufacturerPartNumber(),
                product.manufacturer(),
                product.name(),
                product.description(),
                product.status(),
                product.category(),
                product.prices(),
                product.quantity(),
                product.unit(),
                product.upc(),
                product.weight(),
                replacement,
                minimum);
    }
}
