package io.nowbridge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The functions' process is killed twenty times while events come in and notes go out; ServiceNow, DynamoDB and the queues
 * live on.
 */
class KilledFunctionsIT {

    private static final int TICKETS = 20;
    private static final int EVENTS_EACH = 4;
    private static final int SPELLS = 5;

    // Then all comes to rest: a message that is handed out more than five times is taken for a dead letter.
    private static final int KILLS_EACH = 4;

    private static final Map<String, String> SCALED = Map.of(
            "nowbridge.delivery.lease", "PT4S",
            "nowbridge.delivery.turn", "PT2S",
            "nowbridge.delivery.settling", "PT3S",
            "nowbridge.delivery.longest-pause", "PT1S");

    private static LocalNowbridge nowbridge;

    private final Random chance = new Random(4);
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
    void whatWasTakenIsToldOnceAndInOrder() {
        try (var traffic = new Traffic(nowbridge, "killed", TICKETS)) {
            for (var spell = 0; spell < SPELLS; spell++) {
                var taken = traffic.happen(EVENTS_EACH);
                for (var kill = 0; kill < KILLS_EACH; kill++) {
                    kill();
                }
                taken.join();
                traffic.awaitNotes();
            }

            assertThat(killsInTheMidst).isGreaterThan(SPELLS * KILLS_EACH / 2);
            traffic.assertEachToldOnceAndInOrder();
        }
    }

    private void kill() {
        var until =
                System.nanoTime() + Duration.ofMillis(chance.nextInt(50, 900)).toNanos();
        LocalNowbridge.await("the moment of death", () -> System.nanoTime() > until);
        nowbridge.killFunctions();
        if (nowbridge.messages("anomaly-events") + nowbridge.messages("ticket-updates") > 0) {
            killsInTheMidst++;
        }
        nowbridge.startFunctions();
    }
}
