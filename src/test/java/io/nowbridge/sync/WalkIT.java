package io.nowbridge.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.OwnNowbridge;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The way there and back, with nothing called by hand: an anomaly appears at its platform, a rule opens its ticket, people
 * work on both sides, and each side hears of the other.
 */
class WalkIT {

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    private static final List<String> WRITES = List.of("POST", "PUT", "PATCH", "DELETE");

    @BeforeAll
    static void connectBothWays() {
        nowbridge().letPlatformTell();
        var rule = nowbridge().call("POST", "/opening-rules", """
                {"name": "All", "fields": {"shortDescription": "{anomaly.container} is off", "caller": "abel.tuter"}}""");
        assertThat(rule.status()).as(rule.body().toString()).isEqualTo(201);
        var desk = "/connections/" + nowbridge().demo();
        var changed = nowbridge()
                .call(
                        "PATCH",
                        desk,
                        "{\"settings\": {\"statusOnState.incident\": \"6=Resolved\"}}",
                        "If-Match",
                        nowbridge().call("GET", desk, "").etag());
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        // What changed before the first look is not asked for.
        nowbridge().tick("pullTicketStatus");
    }

    @Test
    void anAnomalyAndItsTicketStayInStep() {
        var anomaly = nowbridge().platform().findAnomaly();
        LocalNowbridge.await("a rule to open the ticket", () -> !links(anomaly).isEmpty());
        var ticket = links(anomaly).getFirst().at("/ticket/id").asText();

        nowbridge().platform().mark(anomaly, "Acknowledged");
        LocalNowbridge.await("the note", () -> !statusNotes(ticket).isEmpty());
        nowbridge().changeTicket("incident", ticket, """
                {"state": "6", "close_code": "Solution provided", "close_notes": "Filled the gap"}""");
        nowbridge().tick("pullTicketStatus");
        LocalNowbridge.await("the platform to hear of it", () -> isArchived(anomaly));
        awaitRest();

        assertThat(statusNotes(ticket))
                .singleElement()
                .asString()
                .matches(
                        "(?s)\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC] Qualytics Anomaly Status: Acknowledged\n.*");
        assertThat(links(anomaly)).singleElement().satisfies(link -> {
            assertThat(link.at("/ticket/state").asText()).isEqualTo("Resolved");
            assertThat(link.at("/ticket/resolution").asText()).isEqualTo("Filled the gap");
        });
        assertThat(nowbridge().platform().anomaly(anomaly).path("status").asText())
                .isEqualTo("Resolved");
        assertThat(writesWhileEverythingIsLookedAtOnceMore()).isZero();
    }

    /** What each side would answer the other with, if anything bounced. */
    private static long writesWhileEverythingIsLookedAtOnceMore() {
        var before = writes();
        for (var schedule : List.of("pullTicketStatus", "sweepAnomalies", "wakeTicketUpdates")) {
            nowbridge().tick(schedule);
            awaitRest();
        }
        return writes() - before;
    }

    private static void awaitRest() {
        LocalNowbridge.await(
                "rest",
                () -> List.of("anomaly-events", "ticket-updates", "ticket-changes").stream()
                        .allMatch(queue -> nowbridge().messages(queue) == 0));
    }

    private static long writes() {
        return WRITES.stream()
                .mapToLong(method -> nowbridge().received(method, "/api/now")
                        + nowbridge().platform().requests(method))
                .sum();
    }

    private static boolean isArchived(String anomaly) {
        return nowbridge().platform().anomaly(anomaly).path("archived").asBoolean();
    }

    private static List<JsonNode> links(String anomaly) {
        return nowbridge()
                .call("GET", "/anomalies/" + anomaly + "/links", "")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> statusNotes(String ticket) {
        return nowbridge().workNotes(ticket).stream()
                .filter(note -> note.contains("Anomaly Status: "))
                .toList();
    }

    private static LocalNowbridge nowbridge() {
        return NOWBRIDGE.run();
    }
}
