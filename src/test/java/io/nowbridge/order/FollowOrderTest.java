package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.TemplateFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowOrderTest {

    private static final String NUMBER = "PO0010001";

    private final Following following = new Following();
    private final FakeDistributor distributor = new FakeDistributor(following::now);
    private final Order placed = Following.placed(NUMBER, 5);

    FollowOrderTest() {
        following.asks(distributor);
    }

    @Test
    void whatIsNewIsInTheHistoryAndInTheLogOnce() {
        distributor.has(NUMBER, shipped(3));

        var order = following.advance(placed);
        var again = following.advance(order);

        assertThat(order.standing().map(Standing::status)).contains(Status.PARTIALLY_SHIPPED);
        assertThat(order.history().getLast().what()).isEqualTo("Partially shipped; Parcel 1Z1 has left warehouse 6");
        assertThat(again.history()).isEqualTo(order.history());
        assertThat(following.log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo(Operation.ORDER_STATUS);
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
            assertThat(entry.subjects()).containsEntry("order", NUMBER).containsEntry("status", "partially-shipped");
        });
    }

    @Test
    void itIsAskedAgainAtATimeOfTheSchedule() {
        distributor.has(NUMBER, Following.placed(NUMBER, 5).standing().orElseThrow());

        var order = following.advance(placed);

        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(order.next()).contains(Following.NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void anOrderIsDoneOnceAllOfItIsBilled() {
        distributor.has(NUMBER, billed(shipped(5), 5));

        var order = following.advance(placed);

        assertThat(order.stage()).isEqualTo(Stage.DONE);
        assertThat(order.next()).isEmpty();
        assertThat(order.standing().map(Standing::status)).contains(Status.INVOICED);
    }

    @Test
    void aBillThatNeverComesIsNotWaitedForForEver() {
        distributor.has(NUMBER, shipped(5));
        var order = following.advance(placed);

        while (order.stage() == Stage.PLACED) {
            order = following.advance(order);
        }

        assertThat(order.stage()).isEqualTo(Stage.DONE);
        assertThat(Duration.between(Following.NOW, following.now()))
                .isBetween(Duration.ofDays(30), Duration.ofDays(31));
        assertThat(distributor.asked()).isLessThan(80);
    }

    @Test
    void aTemplateThatFollowsThirtyDaysWantsToKnowOfOrdersThatAreOver() {
        following.follows(TemplateFixtures.choosing(Following.orderStatus(), GetOrderStatus.SCOPE.name(), "30-days"));
        distributor.has(NUMBER, billed(shipped(5), 5));
        var order = following.advance(placed);
        assertThat(order.stage()).isEqualTo(Stage.PLACED);

        following.pass(Duration.ofDays(30));
        order = following.advance(order);

        assertThat(order.stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void anOpenOrderThatIsTooOldForItsTemplateRestsAndSaysWhy() {
        following.follows(TemplateFixtures.choosing(Following.orderStatus(), GetOrderStatus.SCOPE.name(), "30-days"));
        distributor.has(NUMBER, shipped(3));
        following.pass(Duration.ofDays(31));

        var order = following.advance(placed);

        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(order.next()).isEmpty();
        assertThat(order.reasons()).extracting(Failure::whoCanFix).containsExactly(WhoCanFix.ADMINISTRATOR);
    }

    @Test
    void anOrderThatNobodyFollowsSaysSoAndCostsNoRequest() {
        following.followsNot();

        var order = following.advance(placed);

        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        assertThat(order.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.resolution()).startsWith("Enable a Get Order Status template"));
        assertThat(order.next().orElseThrow()).isAfter(following.now().plus(Duration.ofHours(5)));
        assertThat(distributor.asked()).isZero();
    }

    @Test
    void aDistributorThatIsDownIsAskedLaterAndTheLogSaysItOnce() {
        distributor.isSilent(FakeDistributor.down(Effect.NONE));

        var first = following.advance(placed);
        var second = following.advance(first);

        assertThat(second.tries()).isEqualTo(2);
        assertThat(second.next().orElseThrow()).isAfter(following.now());
        assertThat(second.reasons()).extracting(Failure::cause).containsExactly("The distributor did not answer");
        assertThat(following.log.entries()).extracting(Activity::result).containsExactly(Result.FAILED);
        distributor.isSilent(null);
        distributor.has(NUMBER, shipped(3));
        assertThat(following.advance(second).reasons()).isEmpty();
    }

    @Test
    void anOrderThatTheDistributorHasForgottenForADayNeedsAttention() {
        var order = placed;

        while (order.stage() == Stage.PLACED) {
            order = following.advance(order);
        }

        assertThat(order.stage()).isEqualTo(Stage.NEEDS_ATTENTION);
        assertThat(Duration.between(Following.NOW, following.now()))
                .isBetween(Duration.ofHours(24), Duration.ofHours(26));
        assertThat(order.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.cause()).isEqualTo("The distributor has no order PO0010001, although it was placed");
            assertThat(reason.whoCanFix()).isEqualTo(WhoCanFix.REMOTE_OWNER);
        });
        assertThat(order.standing()).isEqualTo(placed.standing());
    }

    @Test
    void aBackOrderThatIsNotFoundOnceIsNotGivenUp() {
        distributor.has(NUMBER, shipped(3));
        var order = following.advance(placed);
        following.pass(Duration.ofDays(3));
        distributor.lags(true);

        order = following.advance(order);

        assertThat(order.stage()).isEqualTo(Stage.PLACED);
        distributor.lags(false);
        assertThat(following.advance(order).reasons()).isEmpty();
    }

    @Test
    void withoutARequestLeftForNowItIsAskedLater() {
        following.follows(
                TemplateFixtures.choosing(Following.orderStatus(), GetOrderStatus.REQUESTS_A_DAY.name(), "0"));

        var order = following.advance(placed);

        assertThat(distributor.asked()).isZero();
        assertThat(order.reasons()).isEmpty();
        assertThat(order.next().orElseThrow())
                .isBetween(
                        following.now().plus(Duration.ofMinutes(13)),
                        following.now().plus(Duration.ofMinutes(17)));
    }

    @Test
    void aDeskThatIsDownIsTriedAgainWithoutAskingTheDistributor() {
        distributor.has(NUMBER, shipped(3));
        following.desk.failNext(FakeDistributor.down(Effect.NONE), 2);

        var order = following.advance(placed);
        var due = order.next().orElseThrow();
        order = following.advance(order);
        order = following.advance(order);

        assertThat(due).isBefore(Following.NOW.plus(Duration.ofMinutes(5)));
        assertThat(distributor.asked()).isEqualTo(1);
        assertThat(order.reasons()).isEmpty();
        assertThat(order.next().orElseThrow()).isAfter(following.now().plus(Duration.ofMinutes(5)));
        assertThat(following.desk.shown(placed.asked().id()).order()).containsEntry("status", "TDS Partially shipped");
    }

    @Test
    void aPersonWhoAsksIsHeardAlthoughTheDeskIsDown() {
        distributor.has(NUMBER, shipped(3));
        following.desk.failNext(FakeDistributor.down(Effect.NONE), 2);
        var order = following.advance(placed);
        distributor.has(NUMBER, shipped(5));

        var asked = new NextOrder(order)
                .because(following.now(), "The distributor is asked", "maria")
                .at(following.now())
                .made();
        var answered = following.advance(asked);

        assertThat(answered.standing().map(Standing::status)).contains(Status.SHIPPED);
    }

    private static Standing shipped(long quantity) {
        var status = quantity == 5 ? Status.SHIPPED : Status.PARTIALLY_SHIPPED;
        var content = new Content(1, "sku-1", quantity, List.of("SN1", "SN2"));
        var parcel = new Parcel("1Z1", "UPS Ground", "6", Optional.of(shippedAt()), List.of(content));
        return new Standing(Following.NOW, List.of(Following.line(1, status, 5, quantity)), List.of(parcel), List.of());
    }

    private static Instant shippedAt() {
        return Following.NOW.plusSeconds(60);
    }

    private static Standing billed(Standing standing, long quantity) {
        var bill = new Invoice("I-1", Optional.empty(), Optional.empty(), List.of(new Invoice.Item(1, quantity)));
        return new Standing(standing.asOf(), standing.lines(), standing.parcels(), List.of(bill));
    }
}
