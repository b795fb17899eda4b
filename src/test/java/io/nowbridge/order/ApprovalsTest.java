package io.nowbridge.order;

import static io.nowbridge.order.CheckOrderTest.quote;
import static io.nowbridge.order.OrderFixtures.line;
import static io.nowbridge.order.OrderFixtures.purchaseOrder;
import static io.nowbridge.order.RunningOrders.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.order.Order.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person is asked about an order, and what the answer holds for. */
class ApprovalsTest {

    private final RunningOrders running = new RunningOrders(OrderFixtures.createOrders());

    @Test
    void aPriceBeyondTheToleranceWaitsForAPersonAndGoesOutAtTheDistributors() {
        running.catalogue.asks(List.of(quote("1", "27.12")));
        var held = running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        approve("PO1");

        assertThat(held.stage()).isEqualTo(Stage.HELD);
        assertThat(causes(held))
                .containsExactly("The purchase order says 27.10 USD for 1, and the distributor asks for 27.12 USD");
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.distributor.received().getFirst().items().getFirst().unitPrice())
                .isEqualTo(new BigDecimal("27.12"));
    }

    @Test
    void anApprovalOfOnePriceIsNoneOfAnother() {
        running.catalogue.asks(List.of(quote("1", "28")));
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));
        running.catalogue.asks(List.of(quote("1", "29")));

        approve("PO1");

        var order = running.order("PO1");
        assertThat(order.stage()).isEqualTo(Stage.HELD);
        assertThat(causes(order))
                .containsExactly("The purchase order says 27.10 USD for 1, and the distributor asks for 29 USD");
    }

    @Test
    void aPriceWithinTheToleranceIsTheDistributorsWithoutAQuestion() {
        running.catalogue.asks(List.of(quote("1", "27.11")));

        running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        assertThat(running.distributor.received().getFirst().items().getFirst().unitPrice())
                .isEqualTo(new BigDecimal("27.11"));
    }

    @Test
    void aPriceThatIsToBeBlockedIsInvalidAndOneThatIsToBeAcceptedGoesOut() {
        running.catalogue.asks(List.of(quote("1", "30")));
        running.choose("priceDifference", "block");
        var blocked = running.submit(purchaseOrder("PO1", line(1, "1", "2")));
        running.choose("priceDifference", "accept");

        var accepted = running.submit(purchaseOrder("PO2", line(1, "1", "3")));

        assertThat(blocked.stage()).isEqualTo(Stage.INVALID);
        assertThat(accepted.stage()).isEqualTo(Stage.PLACED);
    }

    @Test
    void whereNoPricesCanBeAskedForThoseOfTheCatalogueCount() {
        var order = running.submit(purchaseOrder("PO1", line(1, "1", "2", "25")));

        assertThat(causes(order))
                .containsExactly("The purchase order says 25 USD for 1, and the distributor asks for 27.10 USD");
    }

    @Test
    void aTotalFromTheThresholdOnWaitsForAPerson() {
        running.choose("approvalFrom", "54.20");

        var order = running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        assertThat(causes(order)).containsExactly("Its total is 54.20 USD, and orders from 54.20 USD on are approved");
    }

    @Test
    void ofTwoThatAskForTheSameTheSecondWaitsForAPerson() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();
        running.sleep(Duration.ofSeconds(1));
        running.desk.puts(purchaseOrder("PO2", line(1, "1", "2")));
        running.look();

        running.deliver();

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.order("PO2").stage()).isEqualTo(Stage.HELD);
        assertThat(causes(running.order("PO2"))).containsExactly("It asks for the same things as PO1 of 2026-01-05");
    }

    @Test
    void theSameAfterTheDaysOfTheTemplateIsNoQuestion() {
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));
        running.sleep(Duration.ofDays(8));

        assertThat(running.submit(purchaseOrder("PO2", line(1, "1", "2"))).stage())
                .isEqualTo(Stage.PLACED);
    }

    @Test
    void whereOrdersAreSubmittedByHandEachWaitsForAPerson() {
        running.choose("submission", "manual");
        var order = running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        approve("PO1");

        assertThat(causes(order)).containsExactly("Orders are submitted when somebody says so");
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
    }

    @Test
    void theLogShowsThatItWaitsAndThenThatItWasPlacedAndWhoApprovedIt() {
        running.choose("submission", "manual");
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));
        var waiting = running.entries("PO1");

        approve("PO1");

        assertThat(waiting).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.UNDER_WAY);
            assertThat(entry.failures()).hasSize(1);
        });
        assertThat(running.entries("PO1"))
                .extracting(entry -> entry.startedBy() + " " + entry.result())
                .containsExactly("schedule SUCCESS", "maria SUCCESS");
    }

    @Test
    void whatDoesNotWaitCannotBeApproved() {
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        assertThat(await(running.work.approve().run(RunningOrders.id("PO1"), "maria")))
                .isEqualTo(new Decision.NotNow(running.order("PO1"), "It does not wait for an approval"));
    }

    private void approve(String number) {
        assertThat(await(running.work.approve().run(RunningOrders.id(number), "maria")))
                .isInstanceOf(Decision.Made.class);
        running.deliver();
    }

    private static List<String> causes(Order order) {
        return order.reasons().stream().map(Failure::cause).toList();
    }
}
