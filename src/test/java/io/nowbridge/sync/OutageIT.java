package io.nowbridge.sync;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * ServiceNow is down while events come in, through what ships and the queues. Hours are made seconds by the settings; how the
 * usual pauses outlast an hour is shown by {@code DeliveryOutageIT}.
 */
class OutageIT {

    private static final int TICKETS = 25;
    private static final int EVENTS_EACH = 40;

    private static final Map<String, String> SCALED = Map.of(
            "nowbridge.delivery.settling", "PT3S",
            "nowbridge.delivery.longest-pause", "PT4S");

    // No worker of a message dies here: it is not to come back while somebody is at work on it.
    private static final Pace UNHURRIED = new Pace(Duration.ofMinutes(1), Optional.empty());

    private static LocalNowbridge nowbridge;

    @BeforeAll
    static void start() {
        nowbridge = new LocalNowbridge(SCALED, UNHURRIED);
    }

    @AfterAll
    static void stop() {
        nowbridge.close();
    }

    @Test
    void whatHappenedMeanwhileIsToldAfterwardsOnceAndInOrder() {
        try (var traffic = new Traffic(nowbridge, "outage", TICKETS)) {
            nowbridge.calm();
            goDown();

            traffic.happen(EVENTS_EACH).join();
            awaitFollowed();
            nowbridge.tick("wakeTicketUpdates");
            comeBack();

            traffic.awaitNotes();
            traffic.assertEachToldOnceAndInOrder();
        }
    }

    // First it breaks down in the midst of writes, then it cannot be reached, and then it says so.
    private static void goDown() {
        nowbridge.fault(fault("drop-after-write", 10));
        nowbridge.fault(fault("reset", 10));
        nowbridge.fault("{\"match\": {\"path\": \"/api/now\"}, \"fault\": \"status\", \"status\": 503, \"times\": 0}");
    }

    private static String fault(String kind, int times) {
        return "{\"match\": {\"path\": \"/api/now\"}, \"fault\": \"%s\", \"times\": %d}".formatted(kind, times);
    }

    private static void awaitFollowed() {
        LocalNowbridge.await("all events to be followed", () -> nowbridge.messages("anomaly-events") == 0);
    }

    private static void comeBack() {
        nowbridge.calm();
    }
}
