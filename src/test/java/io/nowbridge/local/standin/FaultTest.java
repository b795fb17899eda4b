package io.nowbridge.local.standin;

import static io.nowbridge.local.standin.RunningStandIn.ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fault does to the requests it strikes. */
class FaultTest {

    @RegisterExtension
    static final RunningStandIn STAND_IN = new RunningStandIn();

    @Test
    void aStatusIsAnsweredWithItsHeadersAndBodyWithoutHandling() throws Exception {
        STAND_IN.arm("{'fault':'status','status':429,'headers':{'Retry-After':'7'},'body':{'error':'slow down'}}");

        var answer = STAND_IN.send("POST", "/records", "{}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(answer.body()).isEqualTo("{\"error\":\"slow down\"}");
        assertThat(STAND_IN.handled()).isEqualTo(0);
    }

    @Test
    void aStatusAfterWriteHidesAWriteThatHappened() throws Exception {
        STAND_IN.arm("{'fault':'status-after-write','status':403,'body':'denied'}");

        var answer = STAND_IN.send("POST", "/a", "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("denied");
        assertThat(STAND_IN.handled()).isEqualTo(1);
    }

    @Test
    void aResetCutsTheConnectionWithoutHandling() throws Exception {
        STAND_IN.arm("{'match':{'method':'POST'},'fault':'reset'}");

        assertThatThrownBy(() -> STAND_IN.send("POST", "/a", "{}")).isInstanceOf(IOException.class);
        assertThat(STAND_IN.handled()).isEqualTo(0);
    }

    @Test
    void aDroppedAnswerIsStillAWriteThatHappened() throws Exception {
        STAND_IN.arm("{'match':{'method':'POST'},'fault':'drop-after-write'}");

        assertThatThrownBy(() -> STAND_IN.send("POST", "/a", "{}")).isInstanceOf(IOException.class);
        assertThat(STAND_IN.handled()).isEqualTo(1);
    }

    @Test
    void aTruncatedAnswerIsHandledAndBreaksOffHalfWay() throws Exception {
        STAND_IN.arm("{'match':{'method':'POST'},'fault':'truncate'}");

        var answer = STAND_IN.client()
                .send(STAND_IN.request("POST", "/a", "{}").build(), HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(ANSWER.length());
        try (var body = answer.body()) {
            assertThat(body.readNBytes(ANSWER.length() / 2))
                    .asString()
                    .isEqualTo(ANSWER.substring(0, ANSWER.length() / 2));
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
        assertThat(STAND_IN.handled()).isEqualTo(1);
    }

    @Test
    void aHibernatingInstanceAnswersAPageUnderStatus200() throws Exception {
        STAND_IN.arm("{'fault':'html'}");

        var answer = STAND_IN.send("POST", "/a", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("hibernating");
        assertThat(STAND_IN.handled()).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"delay, 0", "delay-after-write, 1"})
    void aDelayComesBeforeOrAfterTheWrite(String kind, int handledMeanwhile) throws Exception {
        STAND_IN.arm("{'match':{'path':'/slow'},'fault':'%s','delayMs':60000}".formatted(kind));
        var slow = STAND_IN.client()
                .sendAsync(STAND_IN.request("POST", "/slow", "{}").build(), HttpResponse.BodyHandlers.ofString());

        // A second request to the same event loop is answered once the first has been taken in.
        awaitReceived("/slow");

        assertThat(slow).isNotDone();
        awaitHandled(handledMeanwhile);
        slow.cancel(true);
    }

    @Test
    void aShortDelayEndsInTheUsualAnswer() throws Exception {
        STAND_IN.arm("{'fault':'delay','delayMs':20}");
        assertThat(STAND_IN.send("POST", "/a", "{}").body()).isEqualTo(ANSWER);

        STAND_IN.arm("{'fault':'delay-after-write','delayMs':20}");
        var late = STAND_IN.send("POST", "/a", "{}");
        assertThat(late.statusCode()).isEqualTo(201);
        assertThat(late.body()).isEqualTo(ANSWER);
    }

    private static void awaitReceived(String path) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!STAND_IN.send("GET", "/__requests", "").body().contains(path)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static void awaitHandled(int count) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (STAND_IN.handled() < count) {
            STAND_IN.send("GET", "/__faults", "");
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        assertThat(STAND_IN.handled()).isEqualTo(count);
    }
}
