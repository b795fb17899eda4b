package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.OwnNowbridge;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The functions are killed over a request, and nobody repeats it: the next ticks finish it, or say that it came to nothing. */
class ReconcileIT {

    @RegisterExtension
    static final OwnNowbridge OWN = new OwnNowbridge(Map.of(
            "nowbridge.tables.claim-lease", "PT2S",
            "nowbridge.servicenow.call-timeout", "PT1S",
            "nowbridge.create-ticket.settling", "PT3S"));

    @Test
    void aTicketThatWasOpenedIsLinked() {
        nowbridge().fault("""
                        {"match": {"method": "POST", "path": "/api/now/table/incident"},
                        "fault": "delay-after-write", "delayMs": 2000}""");
        killedWhen(
                "left-created",
                () -> !nowbridge().incidents("short_description=left-created").isEmpty());

        tickUntil(() -> !links("left-created").isEmpty());

        var incidents = nowbridge().incidents("short_description=left-created");
        assertThat(incidents).hasSize(1);
        assertThat(links("left-created"))
                .singleElement()
                .satisfies(link -> assertThat(link.toString())
                        .contains(incidents.getFirst().path("number").asText()));
        tickUntil(() -> !entries("left-created").isEmpty());
        assertThat(entries("left-created")).containsExactly("SUCCESS");
        assertThat(nowbridge()
                        .createTicket("left-created", body("left-created"))
                        .text("/ticket/id"))
                .isEqualTo(incidents.getFirst().path("sys_id").asText());
    }

    @Test
    void aTicketThatWasNeverOpenedIsReported() {
        nowbridge()
                .fault("{\"match\": {\"path\": \"/api/now/table/sys_user\"}, \"fault\": \"delay\", \"delayMs\": 2000}");
        killedWhen("left-claimed", () -> nowbridge().received("GET", "/api/now/table/sys_user") > 0);

        tickUntil(() -> !entries("left-claimed").isEmpty());

        assertThat(entries("left-claimed")).containsExactly("FAILED");
        assertThat(nowbridge().incidents("short_description=left-claimed")).isEmpty();
        assertThat(nowbridge().items("claims"))
                .noneMatch(claim -> claim.toString().contains("left-claimed"));
    }

    @Test
    void aTicketThatWasToldOfAnAnomalyIsLinkedToIt() {
        var number = nowbridge().createTicket("left-first", body("left-first")).text("/ticket/number");
        nowbridge().fault("""
                        {"match": {"method": "PATCH", "path": "/api/now/table/incident"},
                        "fault": "delay-after-write", "delayMs": 2000}""");
        killedWhen(
                CompletableFuture.runAsync(() ->
                        nowbridge().call("POST", "/anomalies/left-told/links", "{\"ticket\": \"" + number + "\"}")),
                () -> description(number).contains("left-told"));

        tickUntil(() -> !entries("left-told").isEmpty());

        assertThat(entries("left-told")).containsExactly("SUCCESS");
        assertThat(links("left-told"))
                .singleElement()
                .satisfies(link -> assertThat(link.toString()).contains(number));
        assertThat(description(number)).containsOnlyOnce("anomaly linked");
    }

    private static String description(String number) {
        return nowbridge()
                .incidents("number=" + number)
                .getFirst()
                .path("description")
                .asText();
    }

    private static void killedWhen(String anomaly, BooleanSupplier reached) {
        killedWhen(nowbridge().createTicketLater(anomaly, body(anomaly), Map.of()), reached);
    }

    private static void killedWhen(CompletableFuture<?> answer, BooleanSupplier reached) {
        LocalNowbridge.await("the moment of death", reached);
        nowbridge().killFunctions();
        assertThatThrownBy(answer::join).hasRootCauseInstanceOf(IOException.class);
        nowbridge().calm();
        nowbridge().startFunctions();
    }

    // A claim counts as left behind when its lease has ended and its write has settled.
    private static void tickUntil(BooleanSupplier finished) {
        LocalNowbridge.await("reconcile", () -> {
            nowbridge().tick("reconcile");
            return finished.getAsBoolean();
        });
    }

    private static List<Map<String, AttributeValue>> links(String anomaly) {
        return nowbridge().items("links").stream()
                .filter(item -> item.get("pk").s().equals("anomaly#default#" + anomaly))
                .toList();
    }

    private static List<String> entries(String anomaly) {
        return nowbridge().entries().stream()
                .filter(entry -> entry.get("subjects").m().containsKey("anomaly"))
                .filter(entry -> entry.get("subjects").m().get("anomaly").s().equals(anomaly))
                .map(entry -> entry.get("result").s())
                .toList();
    }

    private static String body(String anomaly) {
        return "{\"shortDescription\": \"" + anomaly + "\", \"caller\": \"abel.tuter\"}";
    }

    private static LocalNowbridge nowbridge() {
        return OWN.run();
    }
}
