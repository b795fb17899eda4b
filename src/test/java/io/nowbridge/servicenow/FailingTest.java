package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Drafts.TOTALS;
import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.RecordedInstance.RECORD;
import static io.nowbridge.servicenow.RecordedInstance.TABLE;
import static io.nowbridge.servicenow.Reply.cutHalfWay;
import static io.nowbridge.servicenow.Reply.hangUp;
import static io.nowbridge.servicenow.Reply.json;
import static io.nowbridge.servicenow.Reply.recorded;
import static io.nowbridge.servicenow.Reply.silence;
import static io.nowbridge.servicenow.Reply.text;
import static io.nowbridge.servicenow.Reply.trickle;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a call when ServiceNow does not do as it is asked. */
@QuarkusTest
class FailingTest {

    private static final String JSON = "application/json";

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Tasks incidents = instance.client().tasks(TaskTable.INCIDENT);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void eachRefusedWriteSaysWhoCanPutItRightAndWhetherItMayHaveHappened(
            String message, Reply reply, Class<? extends ServiceNowException> type, boolean nothingHappened) {
        instance.on(TABLE, reply);

        var failure = failureOf(incidents.open(TOTALS));

        assertThat(failure)
                .isInstanceOf(type)
                .hasMessage("Opening an incident " + message)
                .returns(nothingHappened, ServiceNowException::nothingHappened);
        assertThat(instance.received(TABLE)).hasSize(1);
    }

    static Stream<Arguments> eachRefusedWriteSaysWhoCanPutItRightAndWhetherItMayHaveHappened() {
        return Stream.of(
                arguments("was dropped with 202", text(202, JSON, ""), Unavailable.class, false),
                arguments(
                        "answered 302", text(302, JSON, "").with("Location", "/login.do"), Unintelligible.class, false),
                arguments("answered 400", json(400, "invalid-table.json"), Rejected.class, true),
                arguments("answered 401", json(401, "unauthenticated.json"), Unauthorized.class, true),
                arguments("answered 403", json(403, "acl.json"), Forbidden.class, false),
                arguments("answered 403", json(403, "data-policy.json"), Forbidden.class, true),
                arguments("answered 404", json(404, "no-record.json"), Rejected.class, false),
                arguments("answered 405", text(405, JSON, ""), Rejected.class, true),
                arguments("answered 409", text(409, JSON, ""), Rejected.class, false),
                arguments("answered 429", json(429, "rate-limit.json"), Unavailable.class, true),
                arguments("answered 500", json(500, "cancelled.json"), Unavailable.class, false),
                arguments("answered 503", text(503, "text/html", "<html>"), Unavailable.class, false),
                arguments(
                        "was cancelled half-way",
                        text(200, JSON, recorded("cancelled-half-way.json")),
                        Unavailable.class,
                        false),
                arguments("was cancelled half-way", json(200, "cancelled.json"), Unavailable.class, false),
                arguments(
                        "answered 200 with a web page",
                        text(200, "text/html", recorded("hibernating.html")),
                        Unintelligible.class,
                        false),
                arguments(
                        "answered 201 with something other than its JSON",
                        json(201, "truncated.json"),
                        Unintelligible.class,
                        false),
                arguments(
                        "answered 201 with something other than its JSON",
                        text(201, JSON, ""),
                        Unintelligible.class,
                        false),
                arguments("answered 200 without a result", json(200, "no-result.json"), Unintelligible.class, false),
                arguments(
                        "answered with a record that is no object",
                        json(200, "none.json"),
                        Unintelligible.class,
                        false),
                arguments(
                        "answered 201 without a result",
                        text(201, "application/json;charset=no-such", "{}"),
                        Unintelligible.class,
                        false),
                arguments("answered 201 without a result", text(201, "garbage;=", "{}"), Unintelligible.class, false),
                arguments("got no answer", cutHalfWay("incident.json"), Unavailable.class, false),
                arguments("got no answer", hangUp(), Unavailable.class, false));
    }

    @Test
    void aRefusalKeepsServiceNowsWords() {
        instance.on(RECORD, json(403, "data-policy.json"));

        var failure = failureOf(incidents.update(SYS_ID, Map.of("state", "6")));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        forbidden -> assertThat(forbidden.reason())
                                .isEqualTo("Operation Failed: Data Policy Exception: "
                                        + "The following fields are mandatory: Resolution code"));
    }

    @Test
    void aRefusalThatWillNotEndIsCutShort() {
        instance.on(RECORD, text(403, JSON, "{\"error\":{\"message\":\"" + "x".repeat(9_000) + "\"}}"));

        var failure = failureOf(incidents.read(SYS_ID));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        forbidden -> assertThat(forbidden.reason()).hasSize(500));
    }

    @Test
    void aMissingRecordIsNotBelievedOfAStranger() {
        instance.on(RECORD, text(404, "text/html", "<html>nginx</html>"));

        var failure = failureOf(incidents.read(SYS_ID));

        assertThat(failure).isInstanceOf(Unintelligible.class);
    }

    @Test
    void wordsOfACancelledTransactionInARecordAreJustWords() {
        instance.on(
                RECORD,
                text(
                        200,
                        JSON,
                        recorded("incident.json")
                                .replace("Totals are off", "Transaction cancelled: maximum execution time exceeded")));

        var incident = itemOf(incidents.read(SYS_ID));

        assertThat(incident).isPresent();
    }

    @Test
    void aWriteThatGotNoAnswerInTimeIsGivenUpAndMayHaveHappened() throws Exception {
        instance.on(TABLE, silence());
        var hurried = instance.client(Hurried.SHORT.withCallTimeout(Duration.ofMillis(200)), RecordedInstance.BASIC);

        var failure = failureOf(hurried.tasks(TaskTable.INCIDENT).open(TOTALS));

        assertThat(failure).isInstanceOf(Unavailable.class).returns(false, ServiceNowException::nothingHappened);
        assertThat(instance.gaveUp().get(10, SECONDS)).isNull();
    }

    @Test
    void anAnswerThatOnlyTricklesInIsGivenUp() throws Exception {
        instance.on(TABLE, trickle(instance.vertx()));
        var hurried = instance.client(Hurried.SHORT.withCallTimeout(Duration.ofMillis(200)), RecordedInstance.BASIC);

        var failure = failureOf(hurried.tasks(TaskTable.INCIDENT).open(TOTALS));

        assertThat(failure).isInstanceOf(Unavailable.class).returns(false, ServiceNowException::nothingHappened);
        assertThat(instance.gaveUp().get(10, SECONDS)).isNull();
    }

    @Test
    void whereNobodyListensNothingHappened() {
        instance.leave();

        var failure = failureOf(incidents.open(TOTALS));

        assertThat(failure)
                .isInstanceOf(Unavailable.class)
                .hasMessage("Opening an incident found nobody listening")
                .returns(true, ServiceNowException::nothingHappened);
    }

    @Test
    void whereTlsFailsNothingHappenedAndTheOwnerMustLook() {
        var encrypted = URI.create("https://localhost:" + instance.address().getPort());
        var serviceNow = instance.clients(Hurried.SHORT).connect(encrypted, RecordedInstance.BASIC);

        var failure = failureOf(serviceNow.tasks(TaskTable.INCIDENT).open(TOTALS));

        assertThat(failure)
                .isInstanceOf(Unintelligible.class)
                .hasMessage("Opening an incident found no TLS")
                .returns(true, ServiceNowException::nothingHappened);
    }

    @Test
    void cookiesAreNotSentBack() {
        instance.on(RECORD, json(200, "incident.json").with("Set-Cookie", "JSESSIONID=1; Path=/; HttpOnly"));

        itemOf(incidents.read(SYS_ID));
        itemOf(incidents.read(SYS_ID));

        assertThat(instance.received(RECORD))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("cookie"));
    }
}
