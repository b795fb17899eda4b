package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final Instant EARLIER = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant LATER = EARLIER.plusSeconds(3_600);
    private static final Optional<Instant> SHIPPED_AT = Optional.of(EARLIER.minusSeconds(60));

    @Test
    void aParcelThatTheDistributorForgetsIsNotTakenBack() {
        var told = new Standing(EARLIER, List.of(line(Status.SHIPPED, 2, 2)), List.of(parcel("1Z1", 2)), List.of());
        var forgotten = new Standing(LATER, List.of(line(Status.ACCEPTED, 2, 0)), List.of(), List.of());

        var merged = Merging.of(told, forgotten);

        assertThat(merged.parcels()).isEqualTo(told.parcels());
        assertThat(merged.lines().getFirst().shipped()).isEqualTo(2);
        assertThat(merged.status()).isEqualTo(Status.SHIPPED);
    }

    @Test
    void whatHasLeftWithoutANumberIsNoOtherParcelOnceItHasOne() {
        var nameless = new Standing(EARLIER, List.of(line(Status.SHIPPED, 5, 5)), List.of(parcel("", 5)), List.of());
        var numbered = new Standing(
                LATER, List.of(line(Status.SHIPPED, 5, 5)), List.of(parcel("1Z1", 2), parcel("", 3)), List.of());

        var merged = Merging.of(nameless, numbered);

        assertThat(merged.parcels()).containsExactly(parcel("", 3), parcel("1Z1", 2));
        assertThat(Merging.of(numbered, nameless)).isEqualTo(merged);
    }

    @Test
    void twoParcelsOfOneMomentOfWhichOneHasNoNumberAreTwo() {
        var both = new Standing(
                EARLIER, List.of(line(Status.SHIPPED, 5, 5)), List.of(parcel("", 3), parcel("1Z1", 2)), List.of());

        var merged = Merging.of(both, both);

        assertThat(merged).isEqualTo(both);
    }

    @Test
    void ofWhatIsSaidTheLaterCountsWhicheverComesFirst() {
        var before =
                Merging.of(empty(), new Standing(EARLIER, List.of(line(Status.IN_REVIEW, 5, 0)), List.of(), List.of()));
        var after = new Standing(LATER, List.of(line(Status.BACKORDERED, 4, 0)), List.of(), List.of());

        var merged = Merging.of(before, after);

        assertThat(merged.lines()).containsExactly(line(Status.BACKORDERED, 4, 0));
        assertThat(Merging.of(after, before)).isEqualTo(merged);
    }

    @Test
    void theRestOfALineThatIsDeletedIsCancelled() {
        var shipping = new Standing(
                EARLIER, List.of(line(Status.PARTIALLY_SHIPPED, 5, 2)), List.of(parcel("1Z1", 2)), List.of());
        var deleted = new Standing(LATER, List.of(line(Status.DELETED, 0, 0)), List.of(), List.of());

        var merged = Merging.of(shipping, deleted).lines().getFirst();

        assertThat(List.of(merged.ordered(), merged.shipped(), merged.cancelled()))
                .containsExactly(5L, 2L, 3L);
        assertThat(merged.status()).isEqualTo(Status.SHIPPED);
    }

    @Test
    void aRejectedLineStaysWithTheOrderAlthoughTheDistributorSaysNoMoreOfIt() {
        var rejected =
                new Line(2, "sku-2", Status.REJECTED, 0, 0, 4, Optional.empty(), List.of(), Optional.empty(), "no");
        var placed = new Standing(EARLIER, List.of(line(Status.ACCEPTED, 1, 0), rejected), List.of(), List.of());
        var asked = new Standing(LATER, List.of(line(Status.ACCEPTED, 1, 0)), List.of(), List.of());

        var merged = Merging.of(placed, asked);

        assertThat(merged.lines()).containsExactly(line(Status.ACCEPTED, 1, 0), rejected);
        assertThat(merged.status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void anOrderIsInvoicedOnceAllThatHasLeftIsBilled() {
        var shipped = new Standing(EARLIER, List.of(line(Status.SHIPPED, 5, 5)), List.of(), List.of(bill("I-1", 3)));
        var late = new Standing(LATER, List.of(line(Status.SHIPPED, 5, 5)), List.of(), List.of(bill("I-2", 2)));

        assertThat(Merging.of(empty(), shipped).status()).isEqualTo(Status.SHIPPED);
        assertThat(Merging.of(shipped, late).status()).isEqualTo(Status.INVOICED);
        assertThat(Merging.of(shipped, late).invoices()).containsExactly(bill("I-1", 3), bill("I-2", 2));
    }

    @Test
    void anInvoiceThatSaysNotWhatItBillsProvesNothing() {
        var bill = new Invoice("I-1", Optional.empty(), Optional.empty(), List.of());
        var shipped = new Standing(EARLIER, List.of(line(Status.SHIPPED, 5, 5)), List.of(), List.of(bill));

        var merged = Merging.of(empty(), shipped);

        assertThat(merged.status()).isEqualTo(Status.SHIPPED);
    }

    private static Standing empty() {
        return new Standing(EARLIER, List.of(), List.of(), List.of());
    }

    private static Line line(Status status, long ordered, long shipped) {
        return Following.line(1, status, ordered, shipped);
    }

    private static Parcel parcel(String tracking, long quantity) {
        return new Parcel(tracking, "UPS", "6", SHIPPED_AT, List.of(new Content(1, "sku-1", quantity, List.of())));
    }

    private static Invoice bill(String number, long quantity) {
        return new Invoice(number, Optional.empty(), Optional.empty(), List.of(new Invoice.Item(1, quantity)));
    }
}
