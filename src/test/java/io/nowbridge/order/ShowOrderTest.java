package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.order.FakeOrderDesk.Shown;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShowOrderTest {

    private static final String NUMBER = "PO0010001";
    private static final Order PLACED = Following.placed(NUMBER, 5, 2);
    private static final String ID = PLACED.asked().id();

    private final Following following = new Following();
    private final FakeDistributor distributor = new FakeDistributor(following::now);

    ShowOrderTest() {
        following.asks(distributor);
    }

    @Test
    void anOrderThatWasPlacedShowsThatItWasReceivedAndUnderWhichNumbers() {
        var order = following.shown(PLACED);

        assertThat(shown().order())
                .containsEntry("status", "TDS Received")
                .containsEntry("externalOrderNumber", "90001, 90002")
                .containsEntry("message", "");
        assertThat(shown().notes().values())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .startsWith(
                                "Ordered from The distributor as PO0010001.\nTheir order numbers: 90001, 90002. [nb:"));
        assertThat(order.told()).isPresent();
    }

    @Test
    void whatTheDeskShowsAlreadyIsNotWrittenAgain() {
        var order = following.shown(PLACED);

        var again = following.shown(order);

        assertThat(again).isSameAs(order);
        assertThat(following.desk.shows()).isEqualTo(1);
    }

    @Test
    void onceTheDistributorWasAskedOnlyWhatIsNewIsWritten() {
        distributor.has(NUMBER, shipped(3));

        following.advance(following.shown(PLACED));

        assertThat(following.desk.shows()).isEqualTo(3);
        assertThat(shown().order())
                .containsEntry("status", "TDS Partially shipped")
                .containsEntry("shippedAt", "2026-01-05T09:01:00Z")
                .containsEntry("expectedAt", "2026-01-09")
                .containsEntry("invoiceNumber", "I-1");
        assertThat(shown().lines().get("line-1"))
                .containsEntry("lineStatus", "Partially shipped")
                .containsEntry("lineShipped", "3")
                .containsEntry("lineRemaining", "2")
                .containsEntry("lineExpectedAt", "2026-01-09");
    }

    @Test
    void aParcelIsToldWithItsCarriersPageAndItsSerialNumbers() {
        distributor.has(NUMBER, shipped(3));

        following.advance(following.shown(PLACED));

        assertThat(shown().notes().values()).anySatisfy(note -> assertThat(note).startsWith("""
                        Shipped on 2026-01-05 09:01 UTC from warehouse 6 by UPS Ground, tracking number 1Z1: https://www.ups.com/track?tracknum=1Z1
                        3 of sku-1 (line 1), serial numbers SN1, SN2 [nb:"""));
        assertThat(shown().notes().values())
                .anySatisfy(note -> assertThat(note).startsWith("Invoice I-1 of 2026-01-05 over 30.00 USD [nb:"));
    }

    @Test
    void wherePartialShipmentsAreNotedTheStatusWaitsForTheLastParcel() {
        following.follows(choosing(GetOrderStatus.PARTIAL_SHIPMENT.name(), "note"));
        distributor.has(NUMBER, shipped(3));

        following.advance(following.shown(PLACED));

        assertThat(shown().order()).containsEntry("status", "TDS Accepted");
        assertThat(shown().notes().values()).anySatisfy(note -> assertThat(note).startsWith("""
                        Partially shipped.
                        5 of sku-1 (line 1): 3 shipped, 2 to come, expected 2026-01-09
                        2 of sku-2 (line 2): 0 shipped, 2 to come [nb:"""));
    }

    @Test
    void partialShipmentsThatNobodyHasMappedAreAReasonThatSaysWhatToDo() {
        following.follows(without("partially-shipped"));
        distributor.has(NUMBER, shipped(3));

        var order = following.advance(following.shown(PLACED));

        assertThat(shown().order()).containsEntry("status", "TDS Received");
        assertThat(order.reasons())
                .containsExactly(new Failure(
                        "PO0010001 at the desk",
                        "The template Get Order Status has no status for orders that are partially shipped: the purchase"
                                + " order keeps the one it has",
                        WhoCanFix.ADMINISTRATOR,
                        "Edit the template: map a status for partially-shipped orders, and the fields that tracking numbers"
                                + " are written to; or let partial shipments be written as notes."));
        assertThat(following.log.entries()).extracting(Activity::result).contains(Result.PARTIAL_SUCCESS);
    }

    @Test
    void aReasonAboutTheDeskGoesOnceItIsMapped() {
        following.follows(without("partially-shipped"));
        distributor.has(NUMBER, shipped(3));
        var order = following.advance(following.shown(PLACED));

        following.follows(Following.orderStatus());
        order = following.advance(order);

        assertThat(order.reasons()).isEmpty();
        assertThat(shown().order()).containsEntry("status", "TDS Partially shipped");
    }

    @Test
    void whatTheDeskDoesNotKeepIsAReasonForAsLongAsItDiffers() {
        following.desk.readOnly().add("status");
        distributor.has(NUMBER, shipped(3));

        var order = following.advance(following.shown(PLACED));
        var later = following.advance(order);

        assertThat(order.reasons())
                .extracting(Failure::cause)
                .containsExactly("The purchase order does not show all of it: status stayed as it was");
        assertThat(later.reasons()).isEqualTo(order.reasons());
    }

    @Test
    void whyAnOrderCannotBePlacedIsSaidAtTheDesk() {
        var why = new Failure("SKU 7", "It is not sold any more", WhoCanFix.CALLER, "Choose another.");
        var invalid = new NextOrder(PLACED)
                .in(Stage.INVALID, List.of(why))
                .at(following.now())
                .made();

        var order = following.shown(invalid);

        assertThat(shown().order())
                .containsEntry("message", "SKU 7: It is not sold any more. Choose another.")
                .doesNotContainKey("status");
        assertThat(shown().notes().values())
                .singleElement()
                .satisfies(
                        note -> assertThat(note)
                                .startsWith(
                                        "It cannot be ordered as it is.\nSKU 7: It is not sold any more. Choose another. [nb:"));
        assertThat(order.next()).isEmpty();
        assertThat(order.reasons()).containsExactly(why);
    }

    @Test
    void anOrderThatNobodyWantedShowsIt() {
        var why = new Failure(NUMBER, "The distributor rejected the order: No credit", WhoCanFix.CALLER, "Ask them.");
        var rejected = new NextOrder(PLACED).in(Stage.REJECTED, List.of(why)).made();

        following.shown(rejected);

        assertThat(shown().order()).containsEntry("status", "TDS Rejected");
        assertThat(shown().notes().values())
                .singleElement()
                .satisfies(note -> assertThat(note).contains("did not accept the order", "No credit"));
    }

    @Test
    void aRejectedLineIsSaidThoughTheOthersAreOrdered() {
        var lines = List.of(Following.line(1, Status.ACCEPTED, 5, 0), rejected());
        var partly = new NextOrder(PLACED)
                .standing(new Standing(Following.NOW, lines, List.of(), List.of()))
                .made();

        following.shown(partly);

        assertThat(shown().order())
                .containsEntry("status", "TDS Received")
                .containsEntry("message", "Line 2 (sku-2) was not accepted: Not for this account");
    }

    @Test
    void aDeskThatIsDownIsTriedAgainForAnOrderThatRests() {
        var held = new NextOrder(PLACED).in(Stage.HELD, List.of()).resting().made();
        following.desk.failNext(FakeDistributor.down(Effect.NONE), 1);

        var order = following.shown(held);
        var shown = following.advance(order);

        assertThat(order.reasons()).extracting(Failure::subject).containsExactly("PO0010001 at the desk");
        assertThat(order.next().orElseThrow()).isAfter(Following.NOW);
        assertThat(shown.reasons()).isEmpty();
        assertThat(shown.next()).isEmpty();
        assertThat(following.desk.shows()).isEqualTo(1);
    }

    @Test
    void aLostAnswerOfTheDeskDoublesNothing() {
        following.desk.loseAnswersNext(FakeDistributor.down(Effect.PENDING), 1);

        var order = following.shown(PLACED);
        following.shown(order);

        assertThat(order.told()).isEmpty();
        assertThat(shown().notes()).hasSize(1);
    }

    @Test
    void afterALostAnswerTheDeskIsMadeToShowWhatItShowedBefore() {
        var told = following.shown(PLACED);
        following.desk.loseAnswersNext(FakeDistributor.down(Effect.PENDING), 1);
        var unread = following.shown(new NextOrder(told)
                .in(Stage.NEEDS_ATTENTION, List.of(new Failure("it", "It is lost", WhoCanFix.CALLER, "Look for it.")))
                .made());

        following.shown(new NextOrder(unread).in(Stage.PLACED, List.of()).made());

        assertThat(shown().order()).containsEntry("message", "");
    }

    @Test
    void manyTrackingNumbersAreCutToWholeOnes() {
        following.follows(choosing(GetOrderStatus.TRACKING_TARGET.name(), "order"));
        var parcels = IntStream.range(0, 40)
                .mapToObj(each -> new Parcel(
                        "1Z%016d".formatted(each), "UPS", "6", Optional.of(Following.NOW.plusSeconds(each)), List.of()))
                .toList();
        distributor.has(NUMBER, new Standing(Following.NOW, shipped(3).lines(), parcels, List.of()));

        following.advance(PLACED);

        assertThat(shown().order().get("tracking"))
                .startsWith("1Z0000000000000000, 1Z0000000000000001")
                .hasSize(238)
                .matches("(1Z\\d{16}, )*1Z\\d{16}");
    }

    private Shown shown() {
        return following.desk.shown(ID);
    }

    private static Line rejected() {
        return new Line(
                2,
                "sku-2",
                Status.REJECTED,
                0,
                0,
                2,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "Not for this account");
    }

    private static Standing shipped(long quantity) {
        var expected = new Line(
                1,
                "sku-1",
                Status.PARTIALLY_SHIPPED,
                5,
                quantity,
                0,
                Optional.empty(),
                List.of("90001"),
                Optional.of(LocalDate.parse("2026-01-09")),
                "");
        var parcel = new Parcel(
                "1Z1",
                "UPS Ground",
                "6",
                Optional.of(Following.NOW.plusSeconds(60)),
                List.of(new Content(1, "sku-1", quantity, List.of("SN1", "SN2"))));
        var bill = new Invoice(
                "I-1",
                Optional.of(LocalDate.parse("2026-01-05")),
                Optional.of(new Money(new BigDecimal("30.00"), "USD")),
                List.of(new Invoice.Item(1, quantity)));
        return new Standing(
                Following.NOW,
                List.of(expected, Following.line(2, Status.ACCEPTED, 2, 0)),
                List.of(parcel),
                List.of(bill));
    }

    private static TemplateForm choosing(String option, String value) {
        return TemplateFixtures.choosing(Following.orderStatus(), option, value);
    }

    private static TemplateForm without(String status) {
        var form = Following.orderStatus();
        var statuses = new TreeMap<>(form.mappings().values("statuses"));
        statuses.remove(status);
        var values = new TreeMap<>(form.mappings().values());
        values.put("statuses", statuses);
        return TemplateFixtures.with(
                form, new Mappings(form.mappings().tables(), form.mappings().fields(), values));
    }
}
