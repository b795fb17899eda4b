package io.nowbridge.order;

import static io.nowbridge.order.OrderFixtures.line;
import static io.nowbridge.order.OrderFixtures.purchaseOrder;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Result;
import io.nowbridge.order.FakeDistributor.Fault;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.product.Deaths;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many orders, with processes that die anywhere and a distributor whose answers are lost. */
class OrderHistoryTest {

    private static final int ORDERS = 12;
    private static final Fault[] FAULTS = {Fault.LOST_ANSWER, Fault.LOST_REQUEST, Fault.UNAVAILABLE};

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whereverItsProcessesDieEachOrderIsPlacedOnceAndTheLogAccountsForIt(int seed) {
        var chance = new Random(seed);
        var running = new RunningOrders(OrderFixtures.createOrders(), new Deaths(chance, 0.05, 30));
        running.follow();
        running.distributor.trusts(true);
        numbers().forEach(number -> running.desk.puts(purchaseOrder(number, line(1, "1", number.substring(2)))));
        chance.ints(6, 0, FAULTS.length).forEach(fault -> running.distributor.failNext(FAULTS[fault]));

        running.pass(Duration.ofHours(6));

        assertThat(running.distributor.accepted())
                .isEqualTo(numbers().stream().collect(toMap(number -> number, number -> 1)));
        assertThat(running.orders.all()).hasSize(ORDERS).allSatisfy(order -> {
            assertThat(order.stage()).isEqualTo(Stage.PLACED);
            assertThat(order.submission().orElseThrow().adopted()).isFalse();
        });
        assertThat(numbers())
                .allSatisfy(number -> assertThat(running.entries(number))
                        .singleElement()
                        .extracting(Activity::result)
                        .isEqualTo(Result.SUCCESS));
        assertThat(numbers())
                .allSatisfy(number -> assertThat(
                                running.desk.shown("id of " + number).order())
                        .containsKey("status"));
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, ORDERS)
                .mapToObj(number -> "PO" + number)
                .toList();
    }
}
