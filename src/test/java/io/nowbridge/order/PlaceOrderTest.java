package io.nowbridge.order;

import static io.nowbridge.order.OrderFixtures.line;
import static io.nowbridge.order.OrderFixtures.purchaseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.order.FakeDistributor.Fault;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.template.TemplateFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each order reaches its distributor once, whatever becomes of the answers and of those who wait for them. */
class PlaceOrderTest {

    private final RunningOrders running = new RunningOrders(OrderFixtures.createOrders());

    @Test
    void aReadyPurchaseOrderIsPlacedAndLogged() {
        var order = running.submit(purchaseOrder("PO1", line(1, "1", "2"), line(2, "2", "1")));

        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(order.submission().orElseThrow().total()).isEqualTo(new BigDecimal("81.30"));
        assertThat(order.standing().orElseThrow().lines())
                .extracting(Standing.Line::orderNumbers)
                .containsExactly(List.of("SO-1"), List.of("SO-2"));
        assertThat(running.distributor.accepted()).isEqualTo(Map.of("PO1", 1));
        assertThat(running.entries("PO1"))
                .singleElement()
                .extracting(Activity::result)
                .isEqualTo(Result.SUCCESS);
    }

    @Test
    void anAnswerThatIsLostIsAskedForAndNothingIsSentAgain() {
        running.distributor.failNext(Fault.LOST_ANSWER);
        var doubtful = running.submit(purchaseOrder("PO1", line(1, "1", "2")));
        var underWay = running.entries("PO1").getFirst().result();

        running.pass(Duration.ofMinutes(3));

        assertThat(doubtful.stage()).isEqualTo(Stage.UNCONFIRMED);
        assertThat(underWay).isEqualTo(Result.UNDER_WAY);
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.distributor.received()).hasSize(1);
        assertThat(running.entries("PO1"))
                .singleElement()
                .extracting(Activity::result)
                .isEqualTo(Result.SUCCESS);
    }

    @Test
    void whatTheDistributorHasNotGotIsSentAgainAndNotBeforeItCouldBeSeen() {
        running.distributor.failNext(Fault.LOST_REQUEST);
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));
        running.pass(Duration.ofMinutes(1));
        var askedTooSoon = running.distributor.asked();

        running.pass(Duration.ofMinutes(2));

        assertThat(askedTooSoon).isZero();
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.order("PO1").submission().orElseThrow().attempt()).isEqualTo(2);
        assertThat(running.distributor.accepted()).isEqualTo(Map.of("PO1", 1));
    }

    @Test
    void aDuplicateAfterOurOwnLostAnswerIsASuccess() {
        running.distributor.failNext(Fault.LOST_ANSWER);
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));
        running.distributor.lags(true);
        running.pass(Duration.ofMinutes(3));
        running.distributor.lags(false);

        running.pass(Duration.ofMinutes(6));

        var order = running.order("PO1");
        assertThat(running.distributor.received()).hasSize(2);
        assertThat(running.distributor.accepted()).isEqualTo(Map.of("PO1", 1));
        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(order.submission().orElseThrow().adopted()).isFalse();
    }

    @Test
    void anOrderOfTheSameNumberAndThingsThatSomebodyElsePlacedIsAdopted() {
        running.distributor.has(
                "PO1", FakeDistributor.standing(running.now(), Following.line(1, Status.ACCEPTED, 2, 0)));
        running.sells("sku-1");
        running.submit(purchaseOrder("PO1", line(1, "sku-1", "2")));

        running.pass(Duration.ofMinutes(3));

        var order = running.order("PO1");
        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(order.submission().orElseThrow().adopted()).isTrue();
        assertThat(running.distributor.accepted()).isEmpty();
    }

    @Test
    void anOrderOfTheSameNumberForOtherThingsNeedsAPerson() {
        running.distributor.has(
                "PO1", FakeDistributor.standing(running.now(), Following.line(1, Status.ACCEPTED, 3, 0)));
        running.sells("sku-1");
        running.submit(purchaseOrder("PO1", line(1, "sku-1", "2")));

        running.pass(Duration.ofMinutes(3));

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.NEEDS_ATTENTION);
        assertThat(causes("PO1"))
                .containsExactly(
                        "The distributor has another order of the number PO1: it is for 3 of sku-1, and this one"
                                + " is for 2 of sku-1");
        assertThat(running.entries("PO1"))
                .singleElement()
                .extracting(Activity::result)
                .isEqualTo(Result.FAILED);
    }

    @Test
    void whatTheDistributorHasAndDoesNotShowIsNeverSentAgain() {
        running.distributor.has(
                "PO1", FakeDistributor.standing(running.now(), Following.line(1, Status.ACCEPTED, 2, 0)));
        running.distributor.lags(true);
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        running.pass(Duration.ofHours(25));

        assertThat(running.distributor.received()).hasSize(1);
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.NEEDS_ATTENTION);
    }

    @Test
    void aDistributorThatIsDownIsTriedAgainEverMoreRarely() {
        running.distributor.failNext(Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.UNAVAILABLE);
        var order = running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        running.pass(Duration.ofMinutes(15));

        assertThat(order.stage()).isEqualTo(Stage.READY);
        assertThat(order.submission()).isEmpty();
        assertThat(order.reasons()).extracting(Failure::cause).containsExactly("The distributor did not answer");
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.order("PO1").history().getLast().at())
                .isAfterOrEqualTo(TemplateFixtures.NOW.plus(Duration.ofMinutes(7)));
        assertThat(running.entries("PO1"))
                .singleElement()
                .extracting(Activity::result)
                .isEqualTo(Result.SUCCESS);
    }

    @Test
    void anOrderThatStaysUnclearNeedsAPersonAndIsNeverSentAgain() {
        running.distributor.failNext(Fault.LOST_ANSWER);
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));
        running.distributor.isSilent(FakeDistributor.down(Effect.PENDING));

        running.pass(Duration.ofHours(25));

        var order = running.order("PO1");
        assertThat(order.stage()).isEqualTo(Stage.NEEDS_ATTENTION);
        assertThat(order.reasons().getFirst().cause())
                .isEqualTo(
                        "Whether the order that was sent at 2026-01-05T09:00:00Z has arrived could not be found out");
        assertThat(running.distributor.received()).hasSize(1);
    }

    @Test
    void whatTheDistributorRefusesIsRejectedInItsWords() {
        running.distributor.refuses("Credit limit exceeded");

        var order = running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        assertThat(order.stage()).isEqualTo(Stage.REJECTED);
        assertThat(order.reasons())
                .containsExactly(new Failure(
                        "PO1",
                        "The distributor rejected the order: Credit limit exceeded",
                        WhoCanFix.CALLER,
                        "Correct the purchase order, or ask the distributor; then retry it."));
    }

    @Test
    void whatTheDistributorCannotReadIsInvalid() {
        running.distributor.failNext(Fault.REJECTED);

        var order = running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        assertThat(order.stage()).isEqualTo(Stage.INVALID);
        assertThat(order.submission()).isEmpty();
    }

    @Test
    void anOrderOfWhichALineIsRejectedIsAPartialSuccess() {
        running.distributor.answers("2", Status.REJECTED);

        var order = running.submit(purchaseOrder("PO1", line(1, "1", "2"), line(2, "2", "1")));

        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(causes("PO1")).containsExactly("The distributor rejected 2: Not for this account");
        assertThat(running.entries("PO1"))
                .singleElement()
                .extracting(Activity::result)
                .isEqualTo(Result.PARTIAL_SUCCESS);
    }

    @Test
    void anOrderOfWhichAllLinesAreRejectedIsRejected() {
        running.distributor.answers("1", Status.REJECTED);

        assertThat(running.submit(purchaseOrder("PO1", line(1, "1", "2"))).stage())
                .isEqualTo(Stage.REJECTED);
    }

    @Test
    void aLineThatAPersonHasToReleaseIsSaidToBeInReview() {
        running.distributor.answers("1", Status.IN_REVIEW);

        running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        assertThat(causes("PO1")).containsExactly("A person at the distributor has to release 1");
    }

    @Test
    void aWorkerWithoutEnoughTimeSendsNothing() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();

        running.advance("PO1", Duration.ofSeconds(59));

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.READY);
        assertThat(running.distributor.received()).isEmpty();
    }

    @Test
    void aWorkerWhoseTimeIsNearlyOverBeforeHeSendsLeavesItToAnother() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();
        running.desk.meanwhile(() -> running.sleep(Duration.ofSeconds(50)));

        running.advance("PO1", Duration.ofSeconds(100));

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.READY);
        assertThat(running.order("PO1").submission()).isEmpty();
        assertThat(running.distributor.received()).isEmpty();

        running.pass(Duration.ofMinutes(1));

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
    }

    @Test
    void ofTwoWorkersOneWorks() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();
        running.distributor.meanwhile(() ->
                assertThat(running.advance("PO1", RunningOrders.TIME)).isEqualTo(new AdvanceOrder.Outcome.Elsewhere()));

        running.deliver();

        assertThat(running.distributor.accepted()).isEqualTo(Map.of("PO1", 1));
    }

    @Test
    void aWorkerWhoWakesUpAfterHisLeaseSendsNothingThatAnotherHasSent() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();
        running.desk.meanwhile(() -> {
            running.sleep(Duration.ofMinutes(6));
            running.deliver();
        });

        running.advance("PO1", RunningOrders.TIME);

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.distributor.received()).hasSize(1);
    }

    @Test
    void aWorkerWhoWakesUpJustBeforeHeSendsDoesNoHarm() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();
        running.distributor.meanwhile(() -> {
            running.sleep(Duration.ofMinutes(6));
            running.pass(Duration.ofMinutes(5));
        });

        running.advance("PO1", RunningOrders.TIME);

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.distributor.accepted()).isEqualTo(Map.of("PO1", 1));
        assertThat(running.entries("PO1"))
                .singleElement()
                .extracting(Activity::result)
                .isEqualTo(Result.SUCCESS);
    }

    @Test
    void whatAWorkerHasLeftAsSubmittedIsAskedForBeforeItIsSent() {
        running.distributor.meanwhile(() -> {
            throw new IllegalStateException("the process is gone");
        });
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();
        assertThatThrownBy(running::deliver).hasMessage("the process is gone");
        var left = running.order("PO1").stage();

        running.pass(Duration.ofMinutes(4));

        assertThat(left).isEqualTo(Stage.SUBMITTING);
        assertThat(running.distributor.asked()).isEqualTo(1);
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
    }

    @Test
    void nothingIsSentOverAConnectionThatIsClosedOrByATemplateThatIsDisabled() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();
        running.disable();
        running.deliver();
        var disabled = causes("PO1");
        running.connections.given(
                ConnectionFixtures.disabled(ConnectionFixtures.connection(TemplateFixtures.DISTRIBUTOR.value())));

        running.pass(Duration.ofMinutes(5));

        assertThat(disabled).containsExactly("The template Create Orders is disabled");
        assertThat(causes("PO1").getFirst()).startsWith("Nothing flows over the connection");
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.READY);
        assertThat(running.distributor.received()).isEmpty();
    }

    @Test
    void aDistributorIsAskedByNoMoreThanItsTurnsAtATime() {
        for (var turn = 0; turn < RunningOrders.PACE.atOnce(); turn++) {
            RunningOrders.await(running.budgets.take(
                    TemplateFixtures.DISTRIBUTOR,
                    "other-" + turn,
                    RunningOrders.PACE.atOnce(),
                    running.now(),
                    running.now().plusSeconds(300)));
        }
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "2")));
        running.look();

        assertThat(running.advance("PO1", RunningOrders.TIME)).isInstanceOf(AdvanceOrder.Outcome.Later.class);
        assertThat(running.distributor.received()).isEmpty();
    }

    @Test
    void aDistributorThatAsksToBeLeftAloneIsLeftAloneByAll() {
        running.distributor.failNext(Fault.BUSY);
        running.submit(purchaseOrder("PO1", line(1, "1", "2")));

        var other = running.submit(purchaseOrder("PO2", line(1, "2", "1")));

        assertThat(other.stage()).isEqualTo(Stage.READY);
        assertThat(running.distributor.received()).isEmpty();

        running.pass(Duration.ofMinutes(15));

        assertThat(running.distributor.accepted()).isEqualTo(Map.of("PO1", 1, "PO2", 1));
    }

    private List<String> causes(String number) {
        return running.order(number).reasons().stream().map(Failure::cause).toList();
    }
}
