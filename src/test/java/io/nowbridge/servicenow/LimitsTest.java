package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Drafts.TOTALS;
import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.RecordedInstance.RECORD;
import static io.nowbridge.servicenow.RecordedInstance.TABLE;
import static io.nowbridge.servicenow.Reply.hangUp;
import static io.nowbridge.servicenow.Reply.json;
import static io.nowbridge.servicenow.Reply.silence;
import static io.nowbridge.servicenow.Reply.text;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How hard an instance is pressed. */
@QuarkusTest
class LimitsTest {

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Tasks incidents = instance.client().tasks(TaskTable.INCIDENT);

    @Test
    void aReadIsTriedAgainWhileServiceNowIsUnavailable() {
        instance.on(RECORD, json(500, "cancelled.json"), hangUp(), json(200, "incident.json"));

        var incident = itemOf(incidents.read(SYS_ID));

        assertThat(incident).isPresent();
        assertThat(instance.received(RECORD)).hasSize(3);
    }

    @Test
    void aReadIsNotTriedForEver() {
        instance.on(RECORD, json(500, "cancelled.json"));

        var failure = failureOf(incidents.read(SYS_ID));

        assertThat(failure).isInstanceOf(Unavailable.class);
        assertThat(instance.received(RECORD)).hasSize(3);
    }

    @Test
    void aReadThatIsForbiddenIsNotTriedAgain() {
        instance.on(RECORD, json(403, "acl.json"));

        failureOf(incidents.read(SYS_ID));

        assertThat(instance.received(RECORD)).hasSize(1);
    }

    @Test
    void aReadThatIsAskedToWaitTooLongFailsAtOnce() {
        instance.on(RECORD, json(429, "rate-limit.json").with("Retry-After", "60"));

        var failure = failureOf(incidents.read(SYS_ID));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
        assertThat(instance.received(RECORD)).hasSize(1);
    }

    @Test
    void aReadThatIsAskedToWaitALittleIsTriedAgain() {
        instance.on(RECORD, json(429, "rate-limit.json").with("Retry-After", "1"), json(200, "incident.json"));

        var incident = itemOf(incidents.read(SYS_ID));

        assertThat(incident).isPresent();
    }

    // The instance's clock says 2026-01-05T09:00:00Z, which is 1767603600.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After       | 30                            | PT30S",
                "Retry-After       | Mon, 05 Jan 2026 09:00:45 GMT | PT45S",
                "Retry-After       | Mon, 05 Jan 2026 08:00:00 GMT | PT0S",
                "Retry-After       | 99999999999                   | PT24H",
                "Retry-After       | soon                          | PT5S",
                "X-RateLimit-Reset | 1767604200                    | PT10M",
                "Server            | ServiceNow                    | PT5S"
            })
    void whatServiceNowAsksForIsPassedOn(String header, String value, Duration wait) {
        instance.on(TABLE, json(429, "rate-limit.json").with(header, value));

        var failure = failureOf(incidents.open(TOTALS));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).isEqualTo(wait));
    }

    @Test
    void fourCallsAreUnderWayAtOnceAndNoMore() {
        instance.on(RECORD, slow(json(200, "incident.json")));

        var incident = Uni.join()
                .all(IntStream.range(0, 40)
                        .mapToObj(call -> incidents.read(SYS_ID))
                        .toList())
                .andFailFast();

        assertThat(itemOf(incident)).hasSize(40);
        assertThat(instance.mostAtOnce()).isEqualTo(4);
    }

    @Test
    void aWriteThatFindsTooManyWaitingIsNotSent() {
        instance.on(RECORD, silence());
        var crowded = instance.client(Hurried.SHORT.withQueue(1), RecordedInstance.BASIC)
                .tasks(TaskTable.INCIDENT);
        for (var call = 0; call < 5; call++) {
            crowded.read(SYS_ID).subscribeAsCompletionStage();
        }

        var failure = failureOf(crowded.open(TOTALS));

        assertThat(failure).isInstanceOf(Unavailable.class).returns(true, ServiceNowException::nothingHappened);
        assertThat(instance.received(TABLE)).isEmpty();
    }

    @Test
    void aWriteWhoseCallerHasGoneIsNotSentWhenItsTurnComes() throws InterruptedException {
        var held = new LinkedBlockingQueue<HttpServerRequest>();
        instance.on(RECORD, held::add);
        var reads = IntStream.range(0, 4)
                .mapToObj(call -> incidents.read(SYS_ID).subscribeAsCompletionStage())
                .toList();
        incidents.open(TOTALS).subscribeAsCompletionStage().cancel(true);

        for (var read = 0; read < 4; read++) {
            json(200, "incident.json").accept(held.take());
        }
        reads.forEach(CompletableFuture::join);
        instance.on(RECORD, json(200, "incident.json"));
        itemOf(incidents.read(SYS_ID));

        assertThat(instance.received(TABLE)).isEmpty();
    }

    @Test
    void aCallUnderWayWhoseCallerGoesGivesUpItsConnection() throws Exception {
        instance.on(TABLE, silence());
        var call = incidents.open(TOTALS).subscribeAsCompletionStage();
        instance.arrival().get(10, SECONDS);

        call.cancel(true);

        assertThat(instance.gaveUp().get(10, SECONDS)).isNull();
    }

    @Test
    void anInstanceThatAskedToBeLeftAloneIsLeftAlone() {
        instance.on(TABLE, json(429, "rate-limit.json").with("Retry-After", "60"));
        failureOf(incidents.open(TOTALS));

        var failure = failureOf(incidents.open(TOTALS));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
        assertThat(instance.received(TABLE)).hasSize(1);
    }

    @Test
    void silenceAndAnAnswerOfSomebodyInBetweenLeaveAWritePending() {
        instance.on(TABLE, hangUp(), text(504, "text/html", "<html>"), json(500, "cancelled.json"));

        var answered = Stream.generate(() -> (ServiceNowException) failureOf(incidents.open(TOTALS)))
                .limit(3)
                .map(ServiceNowException::answered);

        assertThat(answered).containsExactly(false, false, true);
    }

    private Reply slow(Reply reply) {
        return request -> instance.vertx().setTimer(20, due -> reply.accept(request));
    }
}
