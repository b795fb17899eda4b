package io.nowbridge.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The functions' process is killed twenty times while a catalogue is read and written; ServiceNow, DynamoDB, the queues and the
 * distributor live on.
 */
class KilledSyncIT {

    private static final int SKUS = 4_000;
    private static final int KILLS = 20;

    private static final Map<String, String> SCALED = Map.of(
            "nowbridge.products.margin", "PT1S",
            "nowbridge.products.shift", "PT6S",
            "nowbridge.products.chunk", "PT4S",
            "nowbridge.products.longest-pause", "PT1S");

    private static LocalNowbridge nowbridge;

    private final Random chance = new Random(6);
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
    void eachProductIsThereOnceAndTheLogTellsTheTruth() {
        nowbridge.settings("{\"callMillis\": 150, \"batchItemMillis\": 2, \"batchWaits\": true}");
        try (var shop = new Shop(nowbridge)) {
            shop.sells("{\"seed\": 6, \"skus\": " + SKUS + "}");
            var id = shop.start("sync");
            for (var kill = 0; kill < KILLS; kill++) {
                kill(shop, id);
            }
            var run = shop.awaitEnd(id);

            assertThat(killsInTheMidst).isGreaterThan(KILLS / 2);
            assertThat(run.path("result").asText()).isEqualTo("success");
            assertThat(run.at("/progress/done").asLong())
                    .isEqualTo(run.at("/found/toCreate").asLong());
            assertThat(shop.twice()).isEmpty();
            assertThat(shop.differences()).isEmpty();
            assertThat(nowbridge.entries().stream()
                            .filter(entry -> entry.toString().contains(id)))
                    .as("entries of the run")
                    .hasSize(1);
        }
    }

    private void kill(Shop shop, String id) {
        var until =
                System.nanoTime() + Duration.ofMillis(chance.nextInt(50, 1_200)).toNanos();
        LocalNowbridge.await("the moment of death", () -> System.nanoTime() > until);
        if (!shop.run(id).path("state").asText().equals("ended")) {
            killsInTheMidst++;
        }
        nowbridge.killFunctions();
        nowbridge.startFunctions();
        nowbridge.tick("scheduledProductSync");
    }
}
