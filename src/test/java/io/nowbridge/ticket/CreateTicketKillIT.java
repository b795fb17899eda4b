package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.local.LocalNowbridge;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The functions are killed while ServiceNow and DynamoDB live on: the retry after the restart yields one incident. */
class CreateTicketKillIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    private static final String POST_INCIDENT =
            "\"match\": {\"method\": \"POST\", \"path\": \"/api/now/table/incident\"}";

    // So that no record's own id, but the look alone, stands between the retry and a second incident.
    @BeforeEach
    void giveRecordsTheInstancesOwnSysIds() {
        nowbridge().settings("{\"ignoreSentSysId\": true}");
    }

    @Test
    void betweenClaimAndCreate() {
        nowbridge()
                .fault("{\"match\": {\"path\": \"/api/now/table/sys_user\"}, \"fault\": \"delay\", \"delayMs\": 2000}");

        killedWhen("kill-claimed", () -> nowbridge().received("GET", "/api/now/table/sys_user") > 0);

        oneIncidentAfterTheRestart("kill-claimed");
    }

    @Test
    void whileTheCreateIsOnItsWay() {
        nowbridge().fault("{" + POST_INCIDENT + ", \"fault\": \"delay\", \"delayMs\": 2800}");

        killedWhen("kill-underway", () -> nowbridge().received("POST", "/api/now/table/incident") > 0);

        oneIncidentAfterTheRestart("kill-underway");
    }

    @Test
    void betweenCreateAndLink() {
        nowbridge().fault("{" + POST_INCIDENT + ", \"fault\": \"delay-after-write\", \"delayMs\": 2000}");

        killedWhen(
                "kill-created",
                () -> !nowbridge().incidents("short_description=kill-created").isEmpty());

        oneIncidentAfterTheRestart("kill-created");
    }

    @Test
    void whileTheLinkIsOnItsWay() {
        nowbridge().dynamoDbFault(dynamoDbFault("TransactWriteItems", "delay"));

        killedWhen("kill-linking", () -> nowbridge().dynamoDbReceived("TransactWriteItems") > 0);

        oneIncidentAfterTheRestart("kill-linking");
    }

    @Test
    void betweenLinkAndLog() {
        nowbridge().dynamoDbFault(dynamoDbFault("TransactWriteItems", "delay-after-write"));

        killedWhen(
                "kill-linked",
                () -> nowbridge().items("links").stream()
                        .anyMatch(item -> item.get("pk").s().equals("anomaly#default#kill-linked")));

        oneIncidentAfterTheRestart("kill-linked");
    }

    @Test
    void betweenAnnouncingAndSending() {
        nowbridge().dynamoDbFault(dynamoDbFault("UpdateItem", "delay-after-write"));

        killedWhen("kill-announced", () -> nowbridge().dynamoDbReceived("UpdateItem") > 0);

        oneIncidentAfterTheRestart("kill-announced");
    }

    @Test
    void betweenLogAndTheEndOfTheClaim() {
        killedAtTheEndOfTheClaim("kill-logged", "delay", () -> nowbridge().dynamoDbReceived("UpdateItem") > 2);

        oneIncidentAfterTheRestart("kill-logged");
    }

    @Test
    void betweenTheEndOfTheClaimAndTheAnswer() {
        killedAtTheEndOfTheClaim(
                "kill-completed",
                "delay-after-write",
                () -> nowbridge().items("claims").stream()
                        .anyMatch(item -> item.containsKey("answer")
                                && item.get("answer").m().get("anomalyId").s().equals("kill-completed")));

        oneIncidentAfterTheRestart("kill-completed");
    }

    // Every call takes a while, so that the moments of death spread over the whole path.
    @RepeatedTest(8)
    void atAnyMoment(RepetitionInfo repetition) {
        var anomaly = "kill-any-" + repetition.getCurrentRepetition();
        var moment = Duration.ofMillis(new Random(repetition.getCurrentRepetition()).nextInt(20, 320));
        nowbridge().fault("{\"fault\": \"delay\", \"delayMs\": 40, \"times\": 0}");
        nowbridge().dynamoDbFault("{\"fault\": \"delay\", \"delayMs\": 30, \"times\": 0}");

        var begun = System.nanoTime();
        killedWhen(anomaly, () -> System.nanoTime() - begun > moment.toNanos());
        nowbridge().calm();
        giveRecordsTheInstancesOwnSysIds();

        oneIncidentAfterTheRestart(anomaly);
    }

    private static void killedWhen(String anomaly, BooleanSupplier reached) {
        CompletableFuture<?> answer = nowbridge().createTicketLater(anomaly, body(anomaly), Map.of());
        LocalNowbridge.await("the moment of death", reached);
        nowbridge().killFunctions();
        // An answer in spite of it means that the moment was missed; at random moments that may be.
        if (!anomaly.startsWith("kill-any")) {
            assertThatThrownBy(answer::join).hasRootCauseInstanceOf(java.io.IOException.class);
        }
    }

    // The claim is updated twice; the link in between is held up until the fault is in place. The log's count meets it,
    // and
    // then the second time; for less than the 2 s after which a write is tried again.
    private static void killedAtTheEndOfTheClaim(String anomaly, String fault, BooleanSupplier reached) {
        nowbridge().dynamoDbFault(dynamoDbFault("TransactWriteItems", "delay").replace("2000", "1000"));
        var armed = CompletableFuture.runAsync(() -> {
            LocalNowbridge.await("the link", () -> nowbridge().dynamoDbReceived("TransactWriteItems") > 0);
            nowbridge().dynamoDbFault(dynamoDbFault("UpdateItem", fault).replace("2000}", "1500, \"times\": 2}"));
        });
        killedWhen(anomaly, () -> armed.isDone() && reached.getAsBoolean());
    }

    private static void oneIncidentAfterTheRestart(String anomaly) {
        nowbridge().startFunctions();

        var answer = nowbridge().createTicketUntilAnswered(anomaly, body(anomaly));
        nowbridge().awaitDelayed("POST", "/api/now/table/incident");

        var incidents = nowbridge().incidents("short_description=" + anomaly);
        assertThat(incidents)
                .singleElement()
                .satisfies(
                        incident -> assertThat(incident.path("sys_id").asText()).isEqualTo(answer.text("/ticket/id")));
        assertThat(nowbridge().items("links"))
                .filteredOn(item -> item.get("pk").s().equals("anomaly#default#" + anomaly))
                .hasSize(1);
        assertThat(nowbridge().entries())
                .filteredOn(item -> item.get("id").s().equals(answer.text("/link/linkId")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("result").s()).isEqualTo("SUCCESS"));
    }

    private static String body(String anomaly) {
        return "{\"shortDescription\": \"" + anomaly + "\", \"caller\": \"abel.tuter\"}";
    }

    private static String dynamoDbFault(String operation, String fault) {
        return "{\"match\": {\"header\": {\"name\": \"X-Amz-Target\", \"value\": \"DynamoDB_20120810." + operation
                + "\"}}, \"fault\": \"" + fault + "\", \"delayMs\": 2000}";
    }

    private static LocalNowbridge nowbridge() {
        return SHARED.run();
    }
}
