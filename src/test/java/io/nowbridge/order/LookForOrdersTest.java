package io.nowbridge.order;

import static io.nowbridge.order.OrderFixtures.line;
import static io.nowbridge.order.OrderFixtures.purchaseOrder;
import static io.nowbridge.order.RunningOrders.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderDesk.Passed;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found at a desk, and what a look that takes nothing says. */
class LookForOrdersTest {

    private final RunningOrders running = new RunningOrders(OrderFixtures.createOrders());

    @Test
    void eachReadyPurchaseOrderIsTakenOnce() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "1")));
        running.desk.puts(purchaseOrder("PO2", line(1, "2", "1")));

        var first = running.look();
        var second = running.look();

        assertThat(first.found()).isEqualTo(2);
        assertThat(first.taken()).isEqualTo(2);
        assertThat(second.taken()).isZero();
        assertThat(running.orders.all()).hasSize(2);
    }

    @Test
    void aLookThatTakesNothingSaysInWhichStatusEachIsAndWhatKeepsItFromBeingTaken() {
        running.desk.passes(new Passed("Draft", "Its status is not Send to TDS", 3));
        running.submit(purchaseOrder("PO1", line(1, "77", "1")));

        var look = running.look("maria");

        assertThat(look.taken()).isZero();
        assertThat(look.passed())
                .containsExactly(
                        new Passed("Send to TDS", "It cannot be ordered as it is: its order says why", 1),
                        new Passed("Draft", "Its status is not Send to TDS", 3));
        assertThat(await(running.looks.last(RunningOrders.CREATING))).contains(look);
    }

    @Test
    void aTemplateThatIsDisabledCreatesNoOrdersAndSaysSo() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "1")));
        running.disable();

        var look = running.look("maria");

        assertThat(look.failures())
                .containsExactly(new Failure(
                        "Create Orders",
                        "The template Create Orders is disabled",
                        WhoCanFix.CALLER,
                        "Enable it; purchase orders that are marked as Send to TDS are taken then."));
        assertThat(running.orders.all()).isEmpty();
        assertThat(running.log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo(Result.FAILED);
            assertThat(entry.failures()).isEqualTo(look.failures());
        });
    }

    @Test
    void aDeskThatDoesNotAcceptTheCredentialsCreatesNoOrdersAndSaysSo() {
        running.desk.failNext(
                new Unauthorized(
                        new Report("Reading purchase orders answered 401", "Reconnect it.", Effect.NONE),
                        new IllegalStateException()),
                1);

        assertThat(running.look().failures())
                .containsExactly(new Failure(
                        "Create Orders",
                        "Reading purchase orders answered 401",
                        WhoCanFix.ADMINISTRATOR,
                        "Reconnect it."));
    }

    @Test
    void aDeskThatForbidsItsPurchaseOrdersCreatesNoOrdersAndSaysSo() {
        running.desk.failNext(
                new Forbidden(new Report("Reading purchase orders answered 403", "Grant the role.", Effect.NONE), null),
                1);

        assertThat(running.look().failures())
                .extracting(Failure::cause, Failure::whoCanFix, Failure::resolution)
                .containsExactly(
                        tuple("Reading purchase orders answered 403", WhoCanFix.ADMINISTRATOR, "Grant the role."));
    }

    @Test
    void whatFailsInTheSameWayAgainAndAgainIsLoggedOnce() {
        running.desk.failNext(FakeDistributor.down(Effect.NONE), 3);

        running.look();
        running.sleep(Duration.ofMinutes(5));
        running.look();
        running.sleep(Duration.ofMinutes(5));
        running.look();

        assertThat(running.log.entries()).hasSize(1);
    }

    @Test
    void aLookThatTakesNothingIsLoggedIfAPersonWantedIt() {
        running.look();
        var unasked = running.log.entries();

        running.look("maria");

        assertThat(unasked).isEmpty();
        assertThat(running.log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.startedBy()).isEqualTo("maria");
            assertThat(entry.result()).isEqualTo(Result.SUCCESS);
        });
    }

    @Test
    void aLookForOneNumberTakesThatOneAndSaysNothingAboutTheOthers() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "1")));
        running.desk.puts(purchaseOrder("PO2", line(1, "2", "1")));

        await(running.work.look().run(RunningOrders.CREATING, Optional.of("PO2"), "webhook"));

        assertThat(running.orders.all())
                .extracting(order -> order.asked().number())
                .containsExactly("PO2");
        assertThat(await(running.looks.last(RunningOrders.CREATING))).isEmpty();
    }

    @Test
    void aTemplateIsLookedForAtItsTimesAndOneThatSubmitsAtOnceAtEachTick() {
        running.look();
        var beforeItsTime = await(running.work.wakeDue().run());
        running.sleep(Duration.ofMinutes(5));
        var atItsTime = await(running.work.wakeDue().run());
        running.choose("submission", "immediate");
        running.look();

        var atOnce = await(running.work.wakeDue().run());

        assertThat(List.of(beforeItsTime, atItsTime, atOnce))
                .extracting(WakeDueOrders.Report::looks)
                .containsExactly(0, 1, 1);
    }

    @Test
    void aDisabledTemplateHasNoTimes() {
        running.disable();
        running.sleep(Duration.ofHours(1));

        assertThat(await(running.work.wakeDue().run()).looks()).isZero();
    }

    @Test
    void onlyATemplateThatCreatesOrdersLooksForThem() {
        assertThat(await(running.work.look().run(new TemplateId("products"), Optional.empty(), "maria")))
                .isEqualTo(new LookForOrders.Outcome.CreatesNoOrders());
        assertThat(await(running.work.look().run(new TemplateId("none"), Optional.empty(), "maria")))
                .isEqualTo(new LookForOrders.Outcome.NoSuchTemplate());
    }

    @Test
    void anOrderOfARemovedTemplateGoesOnByTheOneThatTookItsPlace() {
        running.desk.puts(purchaseOrder("PO1", line(1, "1", "1")));
        running.look();
        running.disable();
        await(running.templates.remove(running.template()));
        running.enable("successor", OrderFixtures.createOrders());

        running.deliver();

        assertThat(running.order("PO1").stage()).isEqualTo(Stage.PLACED);
        assertThat(running.order("PO1").desk()).isEqualTo(TemplateFixtures.DESK);
    }
}
