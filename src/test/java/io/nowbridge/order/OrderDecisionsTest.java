package io.nowbridge.order;

import static io.nowbridge.order.OrderFixtures.line;
import static io.nowbridge.order.OrderFixtures.purchaseOrder;
import static io.nowbridge.order.RunningOrders.await;
import static io.nowbridge.order.RunningOrders.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.order.FakeDistributor.Fault;
import io.nowbridge.order.Order.Event;
import io.nowbridge.order.Order.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people decide about orders, and what comes of it. */
class OrderDecisionsTest {

    private final RunningOrders running = new RunningOrders(OrderFixtures.createOrders());

    @Test
    void anInvalidOrderIsCheckedAgainOnceItsProductIsThere() {
        running.submit(purchaseOrder("PO1", line(1, "77", "1")));
        running.sells("77");
        running.sleep(Duration.ofSeconds(1));

        retry("PO1");

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.entries("PO1"))
                .extracting(entry -> entry.startedBy() + " " + entry.result())
                .containsExactly("schedule FAILED", "maria SUCCESS");
    }

    @Test
    void aRejectedOrderIsSentAgainAlthoughTheDeskSaysThatItWasRejected() {
        running.distributor.refuses("Credit limit exceeded");
        var order = purchaseOrder("PO1", line(1, "1", "1"));
        running.submit(order);
        running.desk.puts(OrderFixtures.being(order, "TDS Rejected"));
        running.distributor.refuses(null);

        retry("PO1");

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.distributor.accepted()).isEqualTo(Map.of("PO1", 1));
    }

    @Test
    void anOrderThatNeedsAttentionIsLookedForBeforeItIsSent() {
        running.distributor.failNext(Fault.LOST_ANSWER);
        running.submit(purchaseOrder("PO1", line(1, "1", "1")));
        running.distributor.isSilent(FakeDistributor.down(Effect.PENDING));
        running.pass(Duration.ofHours(25));
        running.distributor.isSilent(null);

        retry("PO1");

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.distributor.received()).hasSize(1);
    }

    @Test
    void anOrderThatTheDistributorNeverGotIsSentWhenAPersonRetriesIt() {
        running.distributor.failNext(Fault.LOST_REQUEST);
        running.submit(purchaseOrder("PO1", line(1, "1", "1")));
        running.distributor.isSilent(FakeDistributor.down(Effect.PENDING));
        running.pass(Duration.ofHours(25));
        running.distributor.isSilent(null);

        retry("PO1");

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.distributor.accepted()).isEqualTo(Map.of("PO1", 1));
    }

    @Test
    void whatTheDistributorHasIsNotRetried() {
        running.submit(purchaseOrder("PO1", line(1, "1", "1")));

        assertThat(await(running.work.retry().run(id("PO1"), "maria")))
                .isEqualTo(new Decision.NotNow(running.order("PO1"), "The distributor has it"));
        assertThat(await(running.work.retry().run(id("PO9"), "maria"))).isEqualTo(new Decision.NoSuchOrder());
    }

    @Test
    void whatAWorkerIsAtWorkOnIsNotDecidedAbout() {
        running.submit(purchaseOrder("PO1", line(1, "77", "1")));
        await(running.orders.take(
                id("PO1"), "other", running.now(), running.now().plusSeconds(60)));

        assertThat(await(running.work.retry().run(id("PO1"), "maria")))
                .isEqualTo(new Decision.NotNow(running.order("PO1"), "It is being worked on at this moment"));
    }

    @Test
    void aHandledOrderRestsAndSaysWhoHasHandledItAndWhy() {
        running.choose("submission", "manual");
        running.submit(purchaseOrder("PO1", line(1, "1", "1")));
        running.sleep(Duration.ofSeconds(1));

        await(running.work.handle().run(id("PO1"), "Ordered by phone", "maria"));
        running.pass(Duration.ofHours(1));

        var order = running.order("PO1");
        assertThat(order.stage()).isEqualTo(Stage.HANDLED);
        assertThat(order.next()).isEmpty();
        assertThat(order.history().getLast())
                .isEqualTo(new Event(order.history().getLast().at(), "It was handled: Ordered by phone", "maria"));
        assertThat(running.entries("PO1")).extracting(Activity::result).containsExactly(Result.FAILED, Result.SUCCESS);
        assertThat(running.distributor.received()).isEmpty();
    }

    @Test
    void theDistributorIsAskedAtOnceAboutWhatItHas() {
        running.follow();
        running.submit(purchaseOrder("PO1", line(1, "1", "1")));

        assertThat(await(running.work.ask().run(id("PO1"), "maria"))).isInstanceOf(Decision.Made.class);
        running.deliver();

        assertThat(running.distributor.asked()).isEqualTo(1);
    }

    @Test
    void whatMayHaveLeftAMomentAgoIsNotAskedForBeforeItCouldBeSeen() {
        running.distributor.failNext(Fault.LOST_ANSWER);
        running.submit(purchaseOrder("PO1", line(1, "1", "1")));

        assertThat(await(running.work.ask().run(id("PO1"), "maria"))).isInstanceOf(Decision.NotNow.class);
    }

    @Test
    void anOrderThatWasPlacedElsewhereIsAdoptedByTheNumberThatTheDistributorHas() {
        running.choose("numberPrefix", "NB-");
        running.distributor.has(
                "NB-PO1", FakeDistributor.standing(running.now(), Following.line(1, Status.ACCEPTED, 2, 0)));
        running.desk.puts(OrderFixtures.being(purchaseOrder("PO1", line(1, "sku-1", "2")), "Ordered"));

        var outcome = await(running.work.adopt().run(RunningOrders.CREATING, "NB-PO1", "maria"));
        running.deliver();

        var order = running.order("NB-PO1");
        assertThat(outcome).isInstanceOf(AdoptOrder.Outcome.Adopted.class);
        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(order.submission().orElseThrow().adopted()).isTrue();
        assertThat(running.distributor.received()).isEmpty();
        assertThat(running.entries("PO1")).singleElement().satisfies(entry -> {
            assertThat(entry.startedBy()).isEqualTo("maria");
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
        });
    }

    @Test
    void whatOneOfTheTwoDoesNotKnowIsNotAdopted() {
        assertThat(await(running.work.adopt().run(RunningOrders.CREATING, "PO1", "maria")))
                .isEqualTo(new AdoptOrder.Outcome.NotThere("The distributor has no order PO1"));

        running.distributor.has(
                "PO1", FakeDistributor.standing(running.now(), Following.line(1, Status.ACCEPTED, 2, 0)));

        assertThat(await(running.work.adopt().run(RunningOrders.CREATING, "PO1", "maria")))
                .isEqualTo(new AdoptOrder.Outcome.NotThere("The desk has no purchase order PO1"));
    }

    @Test
    void anEntryOfTheLogThatHasFailedIsRetried() {
        running.submit(purchaseOrder("PO1", line(1, "77", "1")));
        running.sells("77");
        running.sleep(Duration.ofSeconds(1));
        var entry = running.entries("PO1").getFirst();

        var outcome = await(running.work.repeat().run(entry, "maria", Optional.empty()));
        running.deliver();

        assertThat(outcome).isEqualTo(new Repeat.Outcome.Retried(1));
        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
    }

    @Test
    void aLookThatHasFailedIsRepeated() {
        running.desk.failNext(FakeDistributor.down(Effect.NONE), 1);
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "1")));
        running.look();

        await(running.work.repeat().run(running.log.entries().getFirst(), "maria", Optional.empty()));
        running.deliver();

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
    }

    private void retry(String number) {
        assertThat(await(running.work.retry().run(id(number), "maria"))).isInstanceOf(Decision.Made.class);
        running.deliver();
    }
}
