package io.nowbridge.order;

import static io.nowbridge.order.KeptOrders.ADDRESS;
import static io.nowbridge.order.KeptOrders.DESK;
import static io.nowbridge.order.KeptOrders.DISTRIBUTOR;
import static io.nowbridge.order.KeptOrders.NOW;
import static io.nowbridge.order.KeptOrders.asked;
import static io.nowbridge.order.KeptOrders.in;
import static io.nowbridge.order.KeptOrders.line;
import static io.nowbridge.order.KeptOrders.next;
import static io.nowbridge.order.KeptOrders.order;
import static io.nowbridge.order.KeptOrders.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Orders.Filter;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link Orders}. */
public abstract class OrdersContract {

    protected static final Instant UNTIL = NOW.plusSeconds(60);

    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    private Orders orders = new InMemoryOrders();

    protected abstract Orders emptyStore();

    @BeforeEach
    void nothingOrdered() {
        orders = emptyStore();
    }

    @Test
    void anOrderIsFoundAsItWasAdded() {
        add(order("PO1"));

        assertThat(found(order("PO1"))).isEqualTo(order("PO1"));
        assertThat(orders.find(order("PO2").id()).await().indefinitely()).isEmpty();
    }

    @Test
    void thereIsOneOrderOfAKey() {
        add(order("PO1"));

        var again =
                orders.add(order("PO1", NOW.plusSeconds(1), List.of())).await().indefinitely();

        assertThat(again).isFalse();
        assertThat(found(order("PO1"))).isEqualTo(order("PO1"));
    }

    @Test
    void anOrderIsFoundWithEverythingThatIsKnownOfIt() {
        add(order("PO1"));

        change(told(order("PO1")), "w1");

        assertThat(found(order("PO1"))).isEqualTo(told(order("PO1")));
    }

    @Test
    void anOrderOfAThousandLinesWithFiveSerialNumbersEachIsKept() {
        var huge = KeptOrders.huge(order("PO1"), 1_000, 5, RandomGenerator.of("L64X128MixRandom"));
        add(order("PO1"));

        change(huge, "w1");

        assertThat(found(order("PO1"))).isEqualTo(huge);
    }

    @Test
    void aChangeOfAnOlderVersionIsRefused() {
        add(order("PO1"));
        change(in(order("PO1"), Stage.HELD), "w1");

        var again = orders.change(in(order("PO1"), Stage.INVALID), "w1").await().indefinitely();

        assertThat(again).isFalse();
        assertThat(found(order("PO1")).stage()).isEqualTo(Stage.HELD);
    }

    @Test
    void whatIsUnknownIsNotChanged() {
        assertThat(orders.change(in(order("PO1"), Stage.HELD), "w1").await().indefinitely())
                .isFalse();
        assertThat(orders.find(order("PO1").id()).await().indefinitely()).isEmpty();
    }

    @Test
    void anOrderIsTakenAsItIsAndItsVersionStays() {
        add(order("PO1"));
        change(told(order("PO1")), "w1");

        assertThat(take("w1", NOW)).contains(told(order("PO1")));
    }

    @Test
    void whileOneHasAnOrderNoOtherTakesItOrChangesIt() {
        add(order("PO1"));
        take("w1", NOW);

        assertThat(take("w2", UNTIL.minusMillis(1))).isEmpty();
        assertThat(orders.change(in(order("PO1"), Stage.HELD), "w2").await().indefinitely())
                .isFalse();
        change(in(order("PO1"), Stage.SUBMITTING), "w1");
    }

    @Test
    void whatIsUnknownIsNotTaken() {
        assertThat(take("w1", NOW)).isEmpty();
    }

    @Test
    void whoeverTakesAnOrderAgainHasItLonger() {
        add(order("PO1"));
        take("w1", NOW);

        var again = take("w1", NOW.plusSeconds(30));

        assertThat(again).contains(order("PO1"));
        assertThat(take("w2", UNTIL)).isEmpty();
        assertThat(take("w2", UNTIL.plusSeconds(30))).isPresent();
    }

    @Test
    void whoeverDoesNotGiveAnOrderBackIsReplacedAndChangesNothingAnyMore() {
        add(order("PO1"));
        take("w1", NOW);

        assertThat(take("w2", UNTIL)).contains(order("PO1"));
        assertThat(orders.change(in(order("PO1"), Stage.HELD), "w1").await().indefinitely())
                .isFalse();
        orders.giveBack(order("PO1").id(), "w1").await().indefinitely();
        assertThat(take("w3", UNTIL)).isEmpty();
        change(in(order("PO1"), Stage.HELD), "w2");
    }

    @Test
    void whoeverWroteWhileItsLeaseRanOutIsSeenByWhoeverTakesTheOrderNext() {
        add(order("PO1"));
        take("w1", NOW);
        change(in(order("PO1"), Stage.SUBMITTING), "w1");

        assertThat(take("w2", UNTIL).orElseThrow().stage()).isEqualTo(Stage.SUBMITTING);
    }

    @Test
    void anOrderThatWasGivenBackIsFreeAtOnce() {
        add(order("PO1"));
        take("w1", NOW);

        orders.giveBack(order("PO1").id(), "w1").await().indefinitely();

        assertThat(take("w2", NOW)).isPresent();
    }

    @Test
    void givingBackWhatIsUnknownLeavesNothing() {
        orders.giveBack(order("PO1").id(), "w1").await().indefinitely();

        assertThat(orders.find(order("PO1").id()).await().indefinitely()).isEmpty();
    }

    @Test
    void theLongestOverdueIsDueFirstWhateverItsStage() {
        add(order("PO1", NOW.plusSeconds(3), List.of()));
        add(order("PO2", NOW.plusSeconds(1), List.of()));
        add(order("PO3", NOW.plusSeconds(2), List.of()));
        change(in(order("PO3", NOW.plusSeconds(2), List.of()), Stage.UNCONFIRMED), "w1");

        assertThat(due(NOW.plusSeconds(3), Stage.READY, Stage.UNCONFIRMED))
                .containsExactly(
                        order("PO2").id(), order("PO3").id(), order("PO1").id());
    }

    @Test
    void nothingIsDueBeforeItsTimeOrInAnotherStageOrWhileItRests() {
        add(order("PO1"));
        add(order("PO2"));
        change(next(order("PO2"), NextOrder::resting), "w1");
        add(order("PO3"));
        change(in(order("PO3"), Stage.PLACED), "w1");

        assertThat(due(NOW.minusMillis(1), Stage.values())).isEmpty();
        assertThat(due(NOW, Stage.READY, Stage.SUBMITTING, Stage.UNCONFIRMED))
                .containsExactly(order("PO1").id());
        assertThat(due(NOW, Stage.PLACED)).containsExactly(order("PO3").id());
        assertThat(due(NOW)).isEmpty();
    }

    @Test
    void anOrderIsDueWhenItsNextVersionSaysSo() {
        add(order("PO1"));
        change(next(order("PO1"), order -> order.at(NOW.plusSeconds(60))), "w1");

        assertThat(due(NOW.plusSeconds(59), Stage.READY)).isEmpty();
        assertThat(due(NOW.plusSeconds(60), Stage.READY))
                .containsExactly(order("PO1").id());
    }

    @Test
    void thoseOfADeskAreListedNewestFirstPageByPage() {
        List.of("PO1", "PO2", "PO3")
                .forEach(number -> add(order(number, NOW.plusSeconds(number.charAt(2)), List.of())));
        add(order(
                new OrderKey(new AccountId("other"), "PO4"),
                new ConnectionId("other"),
                NOW,
                order("PO4").asked()));

        var first = page(Filter.ALL, 2, Optional.empty());
        var second = page(Filter.ALL, 2, first.next());

        assertThat(numbers(first)).containsExactly("PO3", "PO2");
        assertThat(numbers(second)).containsExactly("PO1");
        assertThat(second.items().getFirst()).isEqualTo(found(order("PO1")));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void thoseOfSomeStagesAreListedNewestFirstPageByPage() {
        List.of("PO1", "PO2", "PO3", "PO4").forEach(number -> {
            var order = order(number, NOW.plusSeconds(number.charAt(2)), List.of());
            add(order);
            change(in(order, number.equals("PO2") ? Stage.HELD : Stage.INVALID), "w1");
        });
        add(order("PO5"));
        var wanted = new Filter(Set.of(Stage.HELD, Stage.INVALID), Optional.empty());

        var first = page(wanted, 2, Optional.empty());
        var second = page(wanted, 2, first.next());

        assertThat(numbers(first)).containsExactly("PO4", "PO3");
        assertThat(numbers(second)).containsExactly("PO2", "PO1");
        assertThat(second.next()).isEmpty();
        assertThat(numbers(page(new Filter(Set.of(Stage.HELD), Optional.empty()), 2, Optional.empty())))
                .containsExactly("PO2");
        assertThat(numbers(page(new Filter(Set.of(Stage.DONE), Optional.empty()), 2, Optional.empty())))
                .isEmpty();
    }

    @Test
    void anOrderIsListedByItsExactNumberWithItsPrefixOrWithout() {
        add(order("PO1"));
        add(order("PO10"));

        assertThat(numbers(page(numbered("PO1"), 10, Optional.empty()))).containsExactly("PO1");
        assertThat(numbers(page(numbered("NB-PO1"), 10, Optional.empty()))).containsExactly("PO1");
        assertThat(numbers(page(numbered("PO"), 10, Optional.empty()))).isEmpty();
    }

    @Test
    void ofANumberThoseInAStageThatIsWantedAreListed() {
        add(order("PO1"));

        assertThat(numbers(page(new Filter(Set.of(Stage.READY), Optional.of("PO1")), 10, Optional.empty())))
                .containsExactly("PO1");
        assertThat(numbers(page(new Filter(Set.of(Stage.HELD), Optional.of("PO1")), 10, Optional.empty())))
                .isEmpty();
    }

    @Test
    void twoOrdersOfANumberAreListedPageByPage() {
        add(order("PO1"));
        add(order(
                new OrderKey(new AccountId("other"), "NB-PO1"),
                DESK,
                NOW.plusSeconds(1),
                order("PO1").asked()));

        var first = page(numbered("PO1"), 1, Optional.empty());
        var second = page(numbered("PO1"), 1, first.next());

        assertThat(first.items())
                .extracting(order -> order.key().account().value())
                .containsExactly("other");
        assertThat(second.items()).containsExactly(order("PO1"));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void ordersOfTheSameThingsAtTheSamePlaceAreAlikeHoweverTheyAreWritten() {
        var shouted = new ShipTo(
                "ACME", "Dock  4", " 1 Main street", "", "Boston", "MA", "02110", "us", "Ben", "555-0199", "");
        var one = order("PO1", NOW, List.of(line(1, "B", "2.0"), line(2, "A", "3")));
        var other = order(
                new OrderKey(KeptOrders.ACCOUNT, "PO2"),
                DESK,
                NOW.plusSeconds(1),
                asked("PO2", shouted, List.of(line(1, "a", "1"), line(2, "b", "2"), line(3, "A", "2.00"))));
        add(one);
        add(other);

        assertThat(alike(one, NOW)).containsExactly(other.id());
        assertThat(alike(other, NOW)).containsExactly(one.id());
        assertThat(alike(other, NOW.plusMillis(1))).isEmpty();
    }

    @Test
    void anotherQuantityOrThingOrPlaceOrAccountIsNotAlike() {
        var one = order("PO1", NOW, List.of(line(1, "A", "1")));
        var elsewhere = new ShipTo("Acme", "", "2 Main Street", "", "Boston", "MA", "02110", "US", "", "", "");
        add(one);
        add(order("PO2", NOW, List.of(line(1, "A", "2"))));
        add(order("PO3", NOW, List.of(line(1, "B", "1"))));
        add(order(
                new OrderKey(KeptOrders.ACCOUNT, "PO4"),
                DESK,
                NOW,
                asked("PO4", elsewhere, List.of(line(1, "A", "1")))));
        add(order(
                new OrderKey(new AccountId("other"), "PO5"),
                DESK,
                NOW,
                asked("PO5", ADDRESS, List.of(line(1, "A", "1")))));

        assertThat(alike(one, NOW)).isEmpty();
    }

    @Test
    void whatAnOrderAsksForNowMakesItAlike() {
        var one = order("PO1", NOW, List.of(line(1, "A", "1")));
        var other = order("PO2", NOW, List.of(line(1, "A", "2")));
        add(one);
        add(other);

        change(next(other, order -> order.asked(asked("PO2", ADDRESS, List.of(line(1, "A", "1"))))), "w1");

        assertThat(alike(one, NOW)).containsExactly(other.id());
        assertThat(alike(order("PO3", NOW, List.of(line(1, "A", "2"))), NOW)).isEmpty();
    }

    @Test
    void noMoreIsSpentOnADayThanThereIs() {
        assertThat(spend(DISTRIBUTOR, DAY)).isTrue();
        assertThat(spend(DISTRIBUTOR, DAY)).isTrue();
        assertThat(spend(DISTRIBUTOR, DAY)).isFalse();

        assertThat(spend(DISTRIBUTOR, DAY.plusDays(1))).isTrue();
        assertThat(spend(new ConnectionId("other"), DAY)).isTrue();
        assertThat(orders.spend(DISTRIBUTOR, DAY, 3).await().indefinitely()).isTrue();
        assertThat(orders.spend(new ConnectionId("third"), DAY, 0).await().indefinitely())
                .isFalse();
    }

    private static Filter numbered(String number) {
        return new Filter(Set.of(), Optional.of(number));
    }

    private static List<String> numbers(Page<Order> page) {
        return page.items().stream().map(order -> order.asked().number()).toList();
    }

    private void add(Order order) {
        assertThat(orders.add(order).await().indefinitely()).isTrue();
    }

    private void change(Order order, String owner) {
        assertThat(orders.change(order, owner).await().indefinitely()).isTrue();
    }

    private Optional<Order> take(String owner, Instant now) {
        return orders.take(order("PO1").id(), owner, now, now.plusSeconds(60))
                .await()
                .indefinitely();
    }

    private Order found(Order order) {
        return orders.find(order.id()).await().indefinitely().orElseThrow();
    }

    private List<OrderId> due(Instant now, Stage... stages) {
        return orders.due(Set.of(stages), now).collect().asList().await().indefinitely();
    }

    private Page<Order> page(Filter filter, int size, Optional<String> from) {
        return orders.page(DESK, filter, new PageRequest(size, from)).await().indefinitely();
    }

    private List<OrderId> alike(Order order, Instant since) {
        return orders.alike(order, since).await().indefinitely();
    }

    private boolean spend(ConnectionId distributor, LocalDate day) {
        return orders.spend(distributor, day, 2).await().indefinitely();
    }
}
