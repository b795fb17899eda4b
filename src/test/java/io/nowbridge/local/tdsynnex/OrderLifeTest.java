package io.nowbridge.local.tdsynnex;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.tdsynnex.PlacedOrder.Delivery;
import io.nowbridge.local.tdsynnex.PurchaseRequest.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderLifeTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-05");
    private static final int ORDERS = 300;
    private static final int LONGEST = 200;

    private final Catalogue catalogue = new Catalogue(Scenario.of(7, 2000, TODAY), Assortment.read());
    private final Chance chance = new Chance(7);
    private final List<Listing> listed = catalogue.listed().limit(200).toList();

    @Test
    void noPieceIsLostOrInventedWhateverHappens() {
        everyStep(order -> {
            for (var line : order.lines()) {
                var portions = order.portions().stream()
                        .filter(portion -> portion.line() == line.number())
                        .toList();
                assertThat(portions.stream().mapToLong(Portion::quantity).sum()).isEqualTo(line.quantity());
                assertThat(portions).allMatch(portion -> order.shipped(portion) <= portion.quantity());
                assertThat(portions.stream().mapToLong(order::shipped).sum())
                        .isEqualTo(order.parcels().stream()
                                .filter(parcel -> parcel.line() == line.number())
                                .mapToLong(Parcel::quantity)
                                .sum());
            }
        });
    }

    @Test
    void openPortionsOfALineHaveOrderNumbersOfTheirOwn() {
        everyStep(order -> assertThat(order.portions().stream()
                        .filter(Portion::isOpen)
                        .map(portion -> portion.line() + " " + portion.orderNumber()))
                .doesNotHaveDuplicates());
    }

    @Test
    void serialNumbersAreGivenOnce() {
        everyStep(order -> assertThat(order.parcels().stream().flatMap(parcel -> parcel.serialNumbers().stream()))
                .doesNotHaveDuplicates());
    }

    @Test
    void everyOrderComesToItsEndWithAllThatLeftInvoiced() {
        var ends =
                IntStream.range(0, ORDERS).mapToObj(this::order).map(this::end).toList();

        assertThat(ends).allMatch(order -> order.waiting().findAny().isEmpty() && !order.hasUninvoiced());
    }

    @Test
    void livesDiffer() {
        var ends =
                IntStream.range(0, ORDERS).mapToObj(this::order).map(this::end).toList();

        assertThat(ends).anyMatch(order -> order.parcels().size() > 3);
        assertThat(ends).anyMatch(order -> order.invoices().size() > 1);
        assertThat(ends)
                .anyMatch(
                        order -> order.portions().stream().anyMatch(portion -> portion.fate() == Portion.Fate.DELETED));
        assertThat(ends)
                .anyMatch(order -> order.parcels().stream()
                                .map(Parcel::tracking)
                                .distinct()
                                .count()
                        < order.parcels().size());
    }

    @Test
    void nothingOfACompleteOrderLeavesBeforeAllOfItCan() {
        IntStream.range(0, ORDERS)
                .mapToObj(number -> taken(number, new Delivery("", true, false, Map.of())))
                .forEach(order -> steps(order, step -> {
                    if (!step.parcels().isEmpty()) {
                        assertThat(step.waiting()).allMatch(portion -> portion.type() == Portion.OrderType.SO);
                    }
                }));
    }

    private void everyStep(Consumer<PlacedOrder> claim) {
        IntStream.range(0, ORDERS).mapToObj(this::order).forEach(order -> steps(order, claim));
    }

    private PlacedOrder end(PlacedOrder order) {
        return steps(order, step -> {});
    }

    private PlacedOrder steps(PlacedOrder first, Consumer<PlacedOrder> claim) {
        var order = first;
        claim.accept(order);
        for (var event = OrderLife.next(order, TODAY, chance);
                event.isPresent();
                event = OrderLife.next(order, TODAY, chance)) {
            order = OrderCourse.after(order, event.get(), NOW, Region.US.zone(), chance);
            claim.accept(order);
            assertThat(order.happened()).isLessThan(LONGEST);
        }
        return order;
    }

    private PlacedOrder order(int number) {
        return taken(number, new Delivery("", false, number % 7 == 0, Map.of()));
    }

    // Three lines of what is there, of what is not and of what is dearer than it was thought to be.
    private PlacedOrder taken(int number, Delivery delivery) {
        var items = IntStream.range(0, 3).mapToObj(line -> item(number, line)).toList();
        var request =
                new PurchaseRequest(Account.LOCAL, "PO" + number, delivery, true, true, Optional.empty(), false, items);
        return Intake.take(request, catalogue, NOW, 0);
    }

    private Item item(int number, int line) {
        var listing = listed.get((number * 3 + line) % listed.size());
        var price = listing.prices().cost().add(number % 5 == 0 && line == 2 ? BigDecimal.ONE : BigDecimal.ZERO);
        return new Item(line + 1, listing.sku(), "", price, 10L + number % 23);
    }
}
