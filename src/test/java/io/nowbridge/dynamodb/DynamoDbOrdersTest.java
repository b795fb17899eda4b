package io.nowbridge.dynamodb;

import static io.nowbridge.order.KeptOrders.DISTRIBUTOR;
import static io.nowbridge.order.KeptOrders.NOW;
import static io.nowbridge.order.KeptOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.order.KeptOrders;
import io.nowbridge.order.Order;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Orders;
import io.nowbridge.order.OrdersContract;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

class DynamoDbOrdersTest extends OrdersContract {

    private static final String TABLE = "nowbridge-orders";

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    @Override
    protected Orders emptyStore() {
        TABLES.empty(TABLE, Set.of("pk", "sk"));
        return store(TABLES.client());
    }

    @Test
    void ofTwentyThatAddAnOrderAtOnceOneDoes() {
        var orders = store(TABLES.client());

        var added = together(20, number -> orders.add(order("PO1", NOW.plusSeconds(number), List.of())));

        assertThat(added).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void ofTwentyThatTakeAnOrderAtOnceOneHasIt() {
        var orders = store(TABLES.client());
        orders.add(order("PO1")).await().indefinitely();

        var taken = together(20, number -> orders.take(order("PO1").id(), "w" + number, NOW, UNTIL));

        assertThat(taken.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void ofTwentyThatChangeAnOrderAtOnceOneDoes() {
        var orders = store(TABLES.client());
        orders.add(order("PO1")).await().indefinitely();

        var changed = together(20, number -> orders.change(in(Stage.HELD), "w" + number));

        assertThat(changed).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void ofTwentyThatSpendAtOnceNoMoreDoThanThereAre() {
        var orders = store(TABLES.client());

        var spent = together(20, number -> orders.spend(DISTRIBUTOR, LocalDate.parse("2026-01-05"), 7));

        assertThat(spent).filteredOn(Boolean::booleanValue).hasSize(7);
    }

    @Test
    void whatDiedBeforeItWroteHasLeftNothing() {
        var dying = store(DyingClient.before("transactWriteItems", TABLES.client()));

        assertThatThrownBy(() -> dying.add(order("PO1")).await().indefinitely()).hasMessage("died");

        assertThat(TABLES.items(TABLE)).isEmpty();
    }

    @Test
    void whoeverAddedAnOrderAndNeverHeardOfItIsToldThatItDid() {
        var deaf = new DeafClient();

        try (var client = deaf.beside(TABLES.client())) {
            assertThat(store(client).add(order("PO1")).await().indefinitely()).isTrue();
        }

        assertThat(deaf.answers()).isEqualTo(2);
    }

    @Test
    void whoeverChangedAnOrderAndNeverHeardOfItIsToldThatItDid() {
        store(TABLES.client()).add(order("PO1")).await().indefinitely();
        var deaf = new DeafClient();

        try (var client = deaf.beside(TABLES.client())) {
            assertThat(store(client).change(in(Stage.HELD), "w1").await().indefinitely())
                    .isTrue();
        }

        assertThat(deaf.answers()).isEqualTo(2);
    }

    @Test
    void whoeverTookAnOrderAndNeverHeardOfItHasIt() {
        store(TABLES.client()).add(order("PO1")).await().indefinitely();
        var deaf = new DeafClient();

        try (var client = deaf.beside(TABLES.client())) {
            assertThat(store(client)
                            .take(order("PO1").id(), "w1", NOW, UNTIL)
                            .await()
                            .indefinitely())
                    .contains(order("PO1"));
        }

        assertThat(deaf.answers()).isEqualTo(2);
    }

    @Test
    void whatHasNoRoomIsRefusedByItsNameAndLeavesTheOrderAsItWas() {
        var orders = store(TABLES.client());
        orders.add(order("PO1")).await().indefinitely();
        var huge = KeptOrders.huge(order("PO1"), 10_000, 10, RandomGenerator.of("L64X128MixRandom"));

        assertThatThrownBy(() -> orders.change(huge, "w1").await().indefinitely())
                .hasMessageContaining("The order NB-PO1 has ")
                .hasMessageEndingWith(" bytes, compressed, and there is room for 358,400");

        assertThat(orders.find(order("PO1").id()).await().indefinitely()).contains(order("PO1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "HANDLED", "REJECTED"})
    void whatIsOverExpiresFourHundredDaysAfter(Stage over) {
        var orders = store(TABLES.client());
        orders.add(order("PO1")).await().indefinitely();

        orders.change(in(over), "w1").await().indefinitely();

        assertThat(expiry()).contains(NOW.plus(Duration.ofDays(400)).getEpochSecond());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DONE", "HANDLED", "REJECTED"})
    void whatIsNotOverOrGoesOnDoesNotExpire(Stage open) {
        var orders = store(TABLES.client());
        orders.add(order("PO1")).await().indefinitely();
        orders.change(in(Stage.REJECTED), "w1").await().indefinitely();

        orders.change(KeptOrders.in(in(Stage.REJECTED), open), "w1").await().indefinitely();

        assertThat(expiry()).isEmpty();
    }

    private static Optional<Long> expiry() {
        return TABLES.items(TABLE).stream()
                .filter(item -> Attributes.text(item, "sk").equals("order"))
                .filter(item -> item.containsKey("expiresAtEpochSeconds"))
                .map(item -> Attributes.number(item, "expiresAtEpochSeconds"))
                .findFirst();
    }

    private static Order in(Stage stage) {
        return KeptOrders.in(order("PO1"), stage);
    }

    private static <T> List<T> together(int count, IntFunction<Uni<T>> each) {
        return Uni.join()
                .all(IntStream.range(0, count).mapToObj(each).toList())
                .andFailFast()
                .await()
                .indefinitely();
    }

    private static Orders store(DynamoDbAsyncClient client) {
        return new DynamoDbOrders(client, TABLES.config(Duration.ZERO, Duration.ZERO), InstantSource.fixed(NOW));
    }
}
