package io.nowbridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.LocalNowbridge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The functions' process is killed thirty times while orders are placed, and the distributor answers late, not at all, or
 * with errors after it has taken an order; it takes whatever comes, also twice. ServiceNow, DynamoDB and the queues live on.
 */
class KilledOrdersIT {

    private static final int ORDERS = 500;
    private static final int KILLS = 30;
    private static final List<String> OPEN = List.of("ready", "submitting", "unconfirmed");

    private static final Map<String, String> SCALED = Map.of(
            "nowbridge.orders.margin", "PT1S",
            "nowbridge.orders.shift", "PT8S",
            "nowbridge.orders.sending", "PT4S",
            "nowbridge.orders.settling", "PT2S",
            "nowbridge.orders.longest-pause", "PT1S",
            "nowbridge.tdsynnex.order-timeout", "PT3S");

    private static LocalNowbridge nowbridge;

    private final Random chance = new Random(7);
    private int killsInTheMidst;

    @BeforeAll
    static void start() {
        nowbridge = new LocalNowbridge(SCALED);
    }

    @AfterAll
    static void stop() {
        nowbridge.close();
    }

    @Test
    void eachOrderIsPlacedOnceAndShownAndLogged() {
        try (var shop = new OrderShop(nowbridge, "{\"seed\": 8, \"skus\": 400}")) {
            var numbers = shop.send(ORDERS);
            misbehave();

            shop.look();
            for (var kill = 0; kill < KILLS; kill++) {
                kill(shop);
            }
            LocalNowbridge.await("the end of all submissions", () -> isOver(shop, numbers));

            assertThat(killsInTheMidst).isGreaterThan(KILLS / 3);
            var truth = shop.truth();
            assertThat(numbers)
                    .allSatisfy(number -> assertThat(
                                    truth.get(number).path("accepted").asInt())
                            .as("how often %s was taken", number)
                            .isEqualTo(1));
            assertThat(stages(shop, numbers)).containsOnlyKeys("placed");
            var shown = shop.purchaseOrders();
            assertThat(numbers)
                    .allSatisfy(number -> assertThat(
                                    shown.get(number).path("u_tds_cpo_id").asText())
                            .isIn(orderNumbers(truth.get(number))));
            assertThat(numbers)
                    .allSatisfy(number -> assertThat(entries(number))
                            .as("entries of %s", number)
                            .isEqualTo(1));
        }
    }

    // Whatever comes is taken: that an order is there once is our doing alone.
    private static void misbehave() {
        nowbridge.tdSynnex("PUT", "/__orders", "{\"duplicateCheck\": false}");
        fault("/SynnexXML/PO", "\"drop-after-write\"", 25);
        fault("/SynnexXML/PO", "\"status\", \"status\": 500", 15);
        fault("/SynnexXML/PO", "\"delay-after-write\", \"delayMs\": 5000", 4);
        fault("/SynnexXML/POStatus", "\"status\", \"status\": 503", 15);
        error("Server.Timeout", true, 15);
        error("Server.DatabaseIssue", false, 15);
    }

    private static void fault(String path, String fault, int times) {
        nowbridge.tdSynnex(
                "POST",
                "/__faults",
                "{\"match\": {\"method\": \"POST\", \"path\": \"%s\"}, \"fault\": %s, \"times\": %d}"
                        .formatted(path, fault, times));
    }

    private static void error(String error, boolean after, int times) {
        nowbridge.tdSynnex(
                "POST",
                "/__orders/errors",
                "{\"service\": \"PO\", \"error\": \"%s\", \"after\": %s, \"times\": %d}"
                        .formatted(error, after, times));
    }

    private void kill(OrderShop shop) {
        var until =
                System.nanoTime() + Duration.ofMillis(chance.nextInt(50, 1_500)).toNanos();
        LocalNowbridge.await("the moment of death", () -> System.nanoTime() > until);
        if (shop.truth().size() < ORDERS) {
            killsInTheMidst++;
        }
        nowbridge.killFunctions();
        nowbridge.startFunctions();
        shop.look();
        shop.tick();
    }

    private static boolean isOver(OrderShop shop, List<String> numbers) {
        shop.tick();
        var orders = shop.orders();
        return numbers.stream()
                .map(orders::get)
                .allMatch(order ->
                        order != null && !OPEN.contains(order.path("stage").asText()) && order.has("shownAt"));
    }

    private static Map<String, Long> stages(OrderShop shop, List<String> numbers) {
        var orders = shop.orders();
        return numbers.stream()
                .map(number -> orders.get(number).path("stage").asText())
                .collect(Collectors.groupingBy(stage -> stage, Collectors.counting()));
    }

    private static List<String> orderNumbers(JsonNode order) {
        return order.findValuesAsText("orderNumber");
    }

    private static long entries(String number) {
        return nowbridge.entries().stream()
                .filter(entry -> entry.get("operation").s().equals("ORDER"))
                .filter(entry -> entry.toString().contains(number))
                .count();
    }
}
