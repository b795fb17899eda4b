package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.order.Report.Note;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every desk that has purchase orders. Before a test none of them is marked as ready. */
public abstract class OrderDeskContract {

    protected static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Instant SHIPPED = Instant.parse("2026-01-07T21:05:00Z");

    /** A desk; each call makes another one of the same system, by the same template. */
    protected abstract OrderDesk desk();

    /** Puts a purchase order there that is marked as ready, with a line for 2 pieces at 9.99 USD of each SKU; its number. */
    protected abstract String mark(String... skus);

    /** What a field of a purchase order holds. */
    protected abstract String shown(PurchaseOrder order, String field);

    /** What a field of a line holds. */
    protected abstract String shown(Line line, String field);

    /** The notes of a purchase order. */
    protected abstract List<String> notes(PurchaseOrder order);

    /** The tracking numbers of the parcels of which a purchase order has records. */
    protected abstract List<String> parcels(PurchaseOrder order);

    /** The next write is carried out, and its answer lost. */
    protected abstract void loseTheNextAnswer();

    @Test
    void whatIsMarkedIsReadyWithItsLinesInTheirOrder() {
        var number = mark("300", "100", "200");

        var ready = ready();

        assertThat(ready).extracting(PurchaseOrder::number).containsExactly(number);
        var lines = ready.getFirst().lines();
        assertThat(lines).extracting(Line::number).containsExactly(1, 2, 3);
        assertThat(lines).extracting(Line::sku).containsExactly("300", "100", "200");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("2");
            assertThat(line.unitPrice()).contains(new Money(new BigDecimal("9.99"), "USD"));
        });
    }

    @Test
    void ofManyThatAreMarkedEachIsReadyOnce() {
        var numbers = IntStream.range(0, 120).mapToObj(i -> mark("100")).toList();

        assertThat(ready()).extracting(PurchaseOrder::number).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void aPurchaseOrderIsFoundByItsNumberAndByItsId() {
        var number = mark("100");

        var found = find(number);

        assertThat(found).contains(ready().getFirst());
        assertThat(find(found.orElseThrow().id())).isEqualTo(found);
    }

    @Test
    void aNumberThatNothingHasFindsNothing() {
        assertThat(find("NOWHERE-1")).isEmpty();
    }

    @Test
    void whatIsShownIsThereAndWhatIsNotMarkedAnyMoreIsNotReady() {
        var order = marked("100", "200");

        var differences = show(order, report(order, parcel("1Z1", 2)));

        assertThat(differences).isEmpty();
        assertThat(ready()).isEmpty();
        assertThat(shown(order, "externalOrderNumber")).isEqualTo("104477120");
        assertThat(shown(order.lines().getLast(), "lineShipped")).isEqualTo("2");
        assertThat(shown(order.lines().getLast(), "lineTracking")).isEqualTo("1Z1");
        assertThat(notes(order)).singleElement().asString().contains("Ordered as 104477120.", "[nb:1]");
        assertThat(parcels(order)).containsExactly("1Z1");
    }

    @Test
    void whatIsShownAgainIsThereOnce() {
        var order = marked("100");
        show(order, report(order, parcel("1Z1", 1)));

        show(order, report(order, parcel("1Z1", 2), parcel("1Z2", 1)));

        assertThat(notes(order)).hasSize(1);
        assertThat(parcels(order)).containsExactlyInAnyOrder("1Z1", "1Z2");
    }

    @Test
    void whatTwoShowAtOnceIsThereOnce() {
        var order = marked("100");
        var report =
                new Report(columns(), Map.of(), List.of(), List.of(parcel("1Z1", 1), parcel("1Z2", 1), unnumbered()));

        Uni.join()
                .all(desk().show(order.id(), report), desk().show(order.id(), report))
                .andFailFast()
                .await()
                .atMost(LONGEST);

        assertThat(parcels(order)).containsExactlyInAnyOrder("1Z1", "1Z2", "");
    }

    @Test
    void afterALostAnswerNothingIsThereTwice() {
        var order = marked("100");
        var report = report(order, parcel("1Z1", 1), unnumbered());
        loseTheNextAnswer();
        var lost = catchThrowableOfType(ConnectedSystemException.class, () -> show(order, report));

        var differences = show(order, report);

        assertThat(lost.nothingHappened()).isFalse();
        assertThat(differences).isEmpty();
        assertThat(notes(order)).hasSize(1);
        assertThat(parcels(order)).containsExactlyInAnyOrder("1Z1", "");
        assertThat(shown(order, "externalOrderNumber")).isEqualTo("104477120");
    }

    @Test
    void twoNotesThatSayTheSameAreBothThere() {
        var order = marked("100");
        var notes = List.of(new Note("[nb:1]", "Something [nb:1]"), new Note("[nb:2]", "Something [nb:2]"));

        show(order, new Report(new TreeMap<>(), Map.of(), notes, List.of()));

        assertThat(notes(order)).hasSize(2);
    }

    @Test
    void nothingComesOfNothing() {
        var order = marked("100");

        assertThat(show(order, new Report(new TreeMap<>(), Map.of(), List.of(), List.of())))
                .isEmpty();
        assertThat(ready()).containsExactly(order);
    }

    protected final List<PurchaseOrder> ready() {
        return desk().ready().collect().asList().await().atMost(LONGEST);
    }

    protected final Optional<PurchaseOrder> find(String number) {
        return desk().find(number).await().atMost(LONGEST);
    }

    protected final PurchaseOrder marked(String... skus) {
        return find(mark(skus)).orElseThrow();
    }

    protected final List<String> show(PurchaseOrder order, Report report) {
        return desk().show(order.id(), report).await().atMost(LONGEST);
    }

    protected static Parcel parcel(String tracking, long quantity) {
        return new Parcel(
                tracking,
                "FedEx",
                "6",
                Optional.of(SHIPPED),
                List.of(new Content(1, "100", quantity, List.of("SN-1", "SN-2"))));
    }

    private static Parcel unnumbered() {
        return parcel("", 1);
    }

    private static TreeMap<String, String> columns() {
        return new TreeMap<>(Map.of("status", "TDS Shipped", "externalOrderNumber", "104477120"));
    }

    private static Report report(PurchaseOrder order, Parcel... parcels) {
        return new Report(
                columns(),
                Map.of(order.lines().getLast().id(), new TreeMap<>(Map.of("lineShipped", "2", "lineTracking", "1Z1"))),
                List.of(new Note("[nb:1]", "Ordered as 104477120.\n\n[nb:1]")),
                Arrays.asList(parcels));
    }
}
