package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Linking against an instance that keeps what it is told, and loses answers to order. */
class LinkTicketIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    private static final String LOSE_THE_ANSWER = """
            {"match": {"method": "PATCH", "path": "/api/now/table/incident"}, "fault": "drop-after-write", "times": 1}""";

    @Test
    void theIncidentKeepsItsDescriptionAndIsToldOfTheAnomalyOnceHoweverItIsNamed() {
        var ticket = open("it-linked-to");

        var first = link("it-link", ticket.text("/ticket/number"));
        var second = link("it-link", ticket.text("/ticket/url"));
        var third = link("it-link", ticket.text("/ticket/id"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("warnings")).isEmpty();
        assertThat(second.status()).isEqualTo(200);
        assertThat(third.text("/link/linkId")).isEqualTo(first.text("/link/linkId"));
        assertThat(description(ticket))
                .startsWith("Since this morning.\n\n--- Anomaly ---\nAnomaly ID: it-linked-to")
                .containsOnlyOnce("--- Qualytics anomaly linked")
                .containsOnlyOnce("Anomaly ID: it-link\n");
    }

    @Test
    void aLostAnswerIsFoundAndTheIncidentIsToldOnce() {
        var ticket = open("it-lost");
        nowbridge().fault(LOSE_THE_ANSWER);

        var answer = link("it-lost-link", ticket.text("/ticket/number"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(nowbridge().received("PATCH", "/api/now/table/incident")).isEqualTo(1);
        assertThat(description(ticket)).containsOnlyOnce("Anomaly ID: it-lost-link");
    }

    @Test
    void aLinkIsListedFromBothEndsAsTheIncidentIsNowAndGoneOnceItIsRemoved() {
        var ticket = open("it-listed-ticket");
        var link = link("it-listed", ticket.text("/ticket/number"));

        var ofAnomaly = nowbridge().call("GET", "/anomalies/it-listed/links", "");
        var ofTicket = nowbridge()
                .call(
                        "GET",
                        "/links?connectionId=" + nowbridge().demo() + "&ticket=incident/" + ticket.text("/ticket/id"),
                        "");
        var removed = nowbridge().call("DELETE", "/anomalies/it-listed/links/" + link.text("/link/linkId"), "");

        assertThat(ofAnomaly.body().path("items")).hasSize(1);
        assertThat(ofAnomaly.body().at("/items/0/current").asBoolean()).isTrue();
        assertThat(ofAnomaly.text("/items/0/ticket/state")).isEqualTo("New");
        assertThat(ofTicket.body().path("items")).hasSize(2);
        assertThat(removed.status()).isEqualTo(204);
        assertThat(nowbridge()
                        .call("GET", "/anomalies/it-listed/links", "")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    private static Answer open(String anomaly) {
        return nowbridge()
                .createTicket(
                        anomaly, "{\"shortDescription\": \"To be linked\", \"description\": \"Since this morning.\"}");
    }

    private static Answer link(String anomaly, String reference) {
        return nowbridge().call("POST", "/anomalies/" + anomaly + "/links", "{\"ticket\": \"" + reference + "\"}");
    }

    private static String description(Answer ticket) {
        return nowbridge()
                .incidents("sys_id=" + ticket.text("/ticket/id"))
                .getFirst()
                .path("description")
                .asText();
    }

    private static LocalNowbridge nowbridge() {
        return SHARED.run();
    }
}
