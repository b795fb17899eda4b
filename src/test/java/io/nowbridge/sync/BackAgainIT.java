package io.nowbridge.sync;

import static io.nowbridge.local.LocalNowbridge.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import io.nowbridge.local.OwnNowbridge;
import io.nowbridge.webhook.Signature;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way back from ServiceNow, by the webhook that its business rule sends, to the link and to the anomaly. */
class BackAgainIT {

    @RegisterExtension
    static final OwnNowbridge OWN = new OwnNowbridge();

    private static final String RESOLVED =
            "{\"state\": \"6\", \"close_code\": \"Solution provided\", \"close_notes\": \"The index was rebuilt\"}";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @BeforeAll
    static void connect() {
        nowbridge().letStandInsTell();
        call("POST", desk() + "/webhook-secrets", "{\"secret\": \"" + SECRET + "\"}");
        // If the anomaly's new status came back as news, the ticket would move on.
        call("PATCH", desk(), """
                {"settings": {"statusOnState.incident": "6=Resolved", "stateOnStatus.incident": "Resolved=7",
                 "notesBack": "comment"}}""", "If-Match", call("GET", desk(), "").etag());
    }

    @BeforeEach
    void tellOfTickets() {
        nowbridge().ticketsTell("/webhooks/tickets/" + nowbridge().demo(), SECRET);
    }

    @Test
    void anIncidentThatAPersonResolvesArchivesItsAnomalyAndNothingBounces() {
        var anomaly = nowbridge().platform().findAnomaly();
        var ticket = ticket(anomaly);

        nowbridge().changeTicket("incident", ticket, RESOLVED);
        await("the link to show it", () -> seen(ticket, "stateCode").contains("6"));
        await("the anomaly to be archived", () -> status(anomaly).equals("Resolved"));
        await("its news", () -> nowbridge().platform().news(anomaly) == 2);
        await("all to be done", BackAgainIT::isQuiet);

        assertThat(incident(ticket).path("state").asText()).isEqualTo("6");
        assertThat(nowbridge().received("PATCH", "/api/now/table/incident/" + ticket))
                .as("changes of the ticket, by whomever")
                .isEqualTo(1);
        assertThat(nowbridge().platform().requests("DELETE", anomaly)).isEqualTo(1);
        assertThat(call("GET", "/anomalies/" + anomaly + "/links", "").text("/items/0/ticket/stateCode"))
                .isEqualTo("6");
    }

    @Test
    void aMessageThatComesBeforeItsChangeIsSeenIsWaitedFor() {
        var ticket = ticket(nowbridge().platform().findAnomaly());
        var soon = updatedAt(ticket).plusSeconds(1);
        nowbridge().ticketsTell("", SECRET);

        assertThat(tell(ticket, soon).status()).isEqualTo(202);
        await("the change", () -> {
            var other = incident(ticket).path("urgency").asText().equals("1") ? "2" : "1";
            nowbridge().changeTicket("incident", ticket, "{\"urgency\": \"" + other + "\"}");
            return !updatedAt(ticket).isBefore(soon);
        });

        await(
                "the link to show it",
                () -> seen(ticket, "changedAtEpochMillis").stream()
                        .anyMatch(at -> Long.parseLong(at) >= soon.toEpochMilli()));
    }

    private static LocalNowbridge nowbridge() {
        return OWN.run();
    }

    private static String desk() {
        return "/connections/" + nowbridge().demo();
    }

    private static Answer call(String method, String path, String body, String... headers) {
        var answer = nowbridge().call(method, path, body, headers);
        assertThat(answer.status())
                .as(method + " " + path + ": " + answer.body())
                .isLessThan(300);
        return answer;
    }

    private static String ticket(String anomaly) {
        return nowbridge()
                .createTicket(anomaly, "{\"shortDescription\": \"Negative totals\"}")
                .text("/ticket/id");
    }

    private static JsonNode incident(String ticket) {
        return nowbridge().incidents("sys_id=" + ticket).getFirst();
    }

    private static Instant updatedAt(String ticket) {
        return LocalDateTime.parse(incident(ticket).path("sys_updated_on").asText(), TIME)
                .toInstant(ZoneOffset.UTC);
    }

    /** What is remembered of a ticket without being asked for, one or none. */
    private static List<String> seen(String ticket, String attribute) {
        return nowbridge().items("links").stream()
                .filter(item ->
                        item.get("sk").s().equals("seen") && item.get("pk").s().endsWith("#" + ticket))
                .map(item -> item.get(attribute))
                .map(value -> Optional.ofNullable(value.s()).orElseGet(value::n))
                .toList();
    }

    private static String status(String anomaly) {
        return nowbridge().platform().anomaly(anomaly).path("status").asText();
    }

    private static boolean isQuiet() {
        return Stream.of("anomaly-events", "ticket-updates", "ticket-changes")
                .allMatch(queue -> nowbridge().messages(queue) == 0);
    }

    /** What the business rule would send. */
    private static Answer tell(String ticket, Instant changedAt) {
        var body = """
                {"table": "incident", "sys_id": "%s", "sys_updated_on": "%s"}""".formatted(ticket, TIME.format(changedAt.atOffset(ZoneOffset.UTC)));
        var signature = Signature.of(SECRET, "msg-" + ticket, changedAt, body.getBytes(UTF_8));
        return nowbridge()
                .call(
                        "POST",
                        "/webhooks/tickets/" + nowbridge().demo(),
                        body,
                        Signature.ID,
                        "msg-" + ticket,
                        Signature.TIMESTAMP,
                        Long.toString(changedAt.getEpochSecond()),
                        Signature.SIGNATURE,
                        signature);
    }
}
