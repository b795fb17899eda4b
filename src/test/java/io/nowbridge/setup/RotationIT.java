package io.nowbridge.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credentials that are renewed while work goes on. */
class RotationIT {

    private static final int TICKETS = 200;
    private static final String CALLERS = "/api/now/table/sys_user";
    private static final String OLD =
            "{\"type\": \"basic\", \"username\": \"svc_nowbridge\", \"password\": \"nowbridge\"}";
    private static final String NEW = """
            {"type": "oauth-client-credentials", "clientId": "2b7c1dae6f5042209f11c2d3e4f50612",
             "clientSecret": "client-secret"}""";

    // In AWS each request has a process of its own; here all 200 wait in one.
    private final LocalNowbridge nowbridge = new LocalNowbridge(Map.of("nowbridge.servicenow.queue", "5000"));

    @AfterEach
    void close() {
        nowbridge.close();
    }

    @Test
    void noneOf200RequestsInFlightFailsBecauseOfAReconnectAfterWhichTheOldPasswordIsDead() {
        var id = nowbridge
                .call("POST", "/connections", nowbridge.form("Rotated", OLD))
                .text("/connection/id");
        var before = nowbridge.received("GET", CALLERS);
        nowbridge.fault(
                "{\"match\": {\"path\": \"/api/now/table/\"}, \"fault\": \"delay\", \"delayMs\": 90, \"times\": 5000}");

        var inFlight = IntStream.range(0, TICKETS)
                .mapToObj(number -> nowbridge.createTicketLater("rotation-" + number, body(id), Map.of()))
                .toList();
        LocalNowbridge.await("the first calls", () -> nowbridge.received("GET", CALLERS) > before);
        var reconnected = nowbridge.call(
                "POST", "/connections/" + id + "/reconnect", "{\"authentication\": " + NEW + "}", "If-Match", "\"1\"");
        nowbridge.changePassword("svc_nowbridge", "changed");
        var stillToCome = inFlight.stream().filter(request -> !request.isDone()).count();
        var answers = inFlight.stream().map(CompletableFuture::join).toList();
        nowbridge.changePassword("svc_nowbridge", "nowbridge");

        assertThat(reconnected.status()).isEqualTo(200);
        assertThat(stillToCome).isPositive();
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.text("/ticket/number")).doesNotHaveDuplicates();
    }

    @Test
    void anAnswerOfTheStoreThatIsLostDoesNotTurnAReconnectIntoAConflict() {
        var id = nowbridge
                .call("POST", "/connections", nowbridge.form("Lost", OLD))
                .text("/connection/id");
        nowbridge.dynamoDbFault("""
                {"match": {"header": {"name": "X-Amz-Target", "value": "DynamoDB_20120810.TransactWriteItems"}},
                 "fault": "drop-after-write"}""");

        var reconnected = nowbridge.call(
                "POST", "/connections/" + id + "/reconnect", "{\"authentication\": " + NEW + "}", "If-Match", "\"1\"");

        assertThat(reconnected.status()).isEqualTo(200);
        assertThat(reconnected.etag()).isEqualTo("\"2\"");
        assertThat(nowbridge.createTicket("lost", body(id)).status()).isEqualTo(201);
    }

    @Test
    void aProcessThatIsKilledWhileItReconnectsLeavesAConnectionThatWorks() {
        var id = nowbridge
                .call("POST", "/connections", nowbridge.form("Killed", OLD))
                .text("/connection/id");
        nowbridge.dynamoDbFault("""
                {"match": {"header": {"name": "X-Amz-Target", "value": "DynamoDB_20120810.TransactWriteItems"}},
                 "fault": "delay-after-write", "delayMs": 20000}""");
        var written = nowbridge.dynamoDbReceived("TransactWriteItems");
        var reconnecting = CompletableFuture.supplyAsync(() -> nowbridge.call(
                "POST", "/connections/" + id + "/reconnect", "{\"authentication\": " + NEW + "}", "If-Match", "\"1\""));

        LocalNowbridge.await("the write", () -> nowbridge.dynamoDbReceived("TransactWriteItems") > written);
        nowbridge.killFunctions();
        nowbridge.startFunctions();

        assertThat(reconnecting).failsWithin(Duration.ofSeconds(30));
        assertThat(nowbridge.createTicket("killed", body(id)).status()).isEqualTo(201);
        assertThat(nowbridge.call("GET", "/connections/" + id, "").etag()).isIn("\"1\"", "\"2\"");
    }

    private static String body(String connection) {
        return "{\"shortDescription\": \"Rotation\", \"caller\": \"abel.tuter\", \"connectionId\": \"" + connection
                + "\"}";
    }
}
