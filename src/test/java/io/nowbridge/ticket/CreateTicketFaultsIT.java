package io.nowbridge.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong with a write, there is never a second incident, and the retry finds the first. */
class CreateTicketFaultsIT {

    @RegisterExtension
    static final SharedNowbridge SHARED = new SharedNowbridge();

    private static final String INCIDENTS = "/api/now/table/incident";

    /** Name, fault, and the status of the first answer. */
    private static final String FAULTS = """
            drop-after-write   | "fault": "drop-after-write"                                              | 201
            truncated          | "fault": "truncate"                                                      | 201
            late answer        | "fault": "delay-after-write", "delayMs": 2000                            | 201
            403 though written | "fault": "status-after-write", "status": 403                             | 201
            500 though written | "fault": "status-after-write", "status": 500                             | 201
            202 though written | "fault": "status-after-write", "status": 202                             | 201
            reset              | "fault": "reset"                                                         | 503
            time-out           | "fault": "delay", "delayMs": 2000                                        | 503
            500                | "fault": "status", "status": 500                                         | 503
            503                | "fault": "status", "status": 503                                         | 503
            429                | "fault": "status", "status": 429, "headers": {"Retry-After": "3" }       | 503
            202 dropped        | "fault": "status", "status": 202                                         | 503
            HTML under 200     | "fault": "html"                                                          | 502
            401                | "fault": "status", "status": 401                                         | 502
            403                | "fault": "status", "status": 403                                         | 502
            400                | "fault": "status", "status": 400                                         | 502
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = FAULTS)
    void aWriteThatGoesWrongYieldsOneIncident(String name, String fault, int status) {
        oneIncidentInSpiteOf(fault, status, "Fault " + name);
    }

    // Without it, only the look stands between a lost answer and a second incident.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = FAULTS)
    void soItDoesAtAnInstanceThatGivesRecordsItsOwnSysIds(String name, String fault, int status) {
        nowbridge().settings("{\"ignoreSentSysId\": true}");

        oneIncidentInSpiteOf(fault, status, "Own sys_id, " + name);
    }

    private static void oneIncidentInSpiteOf(String fault, int status, String title) {
        var anomaly = title.replaceAll("\\W+", "-");
        var body = "{\"shortDescription\": \"" + title + "\"}";
        nowbridge().fault("{\"match\": {\"method\": \"POST\", \"path\": \"/api/now/table/incident\"}, " + fault + "}");

        var first = nowbridge().createTicket(anomaly, body);
        var retried = nowbridge().createTicketUntilAnswered(anomaly, body);

        // It arrives after its caller has given up, and only then is it known how many there are.
        if (fault.contains("\"delay\"")) {
            nowbridge().awaitDelayed("POST", INCIDENTS);
        }
        assertThat(first.status()).isEqualTo(status);
        assertThat(retried.status()).isEqualTo(status == 201 ? 200 : 201);
        assertThat(nowbridge().incidents("short_description=" + title))
                .singleElement()
                .satisfies(
                        incident -> assertThat(incident.path("sys_id").asText()).isEqualTo(retried.text("/ticket/id")));
    }

    @Test
    void aRequestToWaitIsPassedOn() {
        nowbridge().fault("""
                {"match": {"method": "POST", "path": "/api/now/table/incident"},
                 "fault": "status", "status": 429, "headers": {"Retry-After": "3"}}""");

        var answer = nowbridge().createTicket("fault-wait", "{\"shortDescription\": \"Wait\"}");

        assertThat(answer.retryAfter()).contains("3");
        assertThat(answer.text("/whoCanFix")).isEqualTo("nobody");
        assertThat(nowbridge()
                        .createTicketUntilAnswered("fault-wait", "{\"shortDescription\": \"Wait\"}")
                        .status())
                .isEqualTo(201);
        assertThat(nowbridge().received("POST", "/api/now/table/incident")).isEqualTo(2);
    }

    @Test
    void refusedCredentialsNameTheAdministratorsFix() {
        nowbridge()
                .fault("{\"match\": {\"path\": \"/api/now/table/sys_user\"}, \"fault\": \"status\", \"status\": 401}");

        var answer = nowbridge()
                .createTicket(
                        "fault-credentials", "{\"shortDescription\": \"Credentials\", \"caller\": \"abel.tuter\"}");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("/whoCanFix")).isEqualTo("administrator");
        assertThat(answer.text("/resolution")).contains("user name and password", "active", "locked");
    }

    @Test
    void aMissingRightNamesTheAdministratorsFix() {
        nowbridge().settings("{\"createDenied\": [\"incident\"]}");

        var answer = nowbridge().createTicket("fault-rights", "{\"shortDescription\": \"Rights\"}");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("/resolution")).contains("itil", "ACL", "scoped");
        assertThat(answer.text("/detail")).contains("ACL Exception Insert Failed");
    }

    @Test
    void onceTheRightIsGrantedTheSameRequestSucceeds() {
        nowbridge().settings("{\"createDenied\": [\"incident\"]}");
        nowbridge().createTicket("fault-granted", "{\"shortDescription\": \"Granted\"}");
        nowbridge().settings("{}");

        var answer = nowbridge().createTicket("fault-granted", "{\"shortDescription\": \"Granted\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(nowbridge().incidents("short_description=Granted")).hasSize(1);
    }

    @Test
    void whatNothingCanReadIsUnconfirmedAndNeverOpenedAgain() {
        nowbridge().settings("{\"readBackDenied\": [\"incident\"], \"unreadableTables\": [\"incident\"]}");

        var first = nowbridge().createTicket("fault-blind", "{\"shortDescription\": \"Blind\"}");
        var second = nowbridge().createTicket("fault-blind", "{\"shortDescription\": \"Blind\"}");
        nowbridge().settings("{}");

        assertThat(first.status()).isEqualTo(503);
        assertThat(first.text("/type")).isEqualTo("urn:nowbridge:problem:unconfirmed");
        assertThat(second.text("/type")).isEqualTo("urn:nowbridge:problem:unconfirmed");
        assertThat(nowbridge().received("POST", "/api/now/table/incident")).isEqualTo(1);
        assertThat(nowbridge()
                        .createTicket("fault-blind", "{\"shortDescription\": \"Blind\"}")
                        .status())
                .isEqualTo(201);
        assertThat(nowbridge().incidents("short_description=Blind")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PutItem", "TransactWriteItems", "UpdateItem"})
    void aLostAcknowledgementOfOurOwnWriteIsRecognised(String operation) {
        nowbridge()
                .dynamoDbFault("{\"match\": {\"header\": {\"name\": \"X-Amz-Target\", \"value\": \"DynamoDB_20120810."
                        + operation + "\"}}, \"fault\": \"drop-after-write\"}");

        var answer = nowbridge().createTicket("ack-" + operation, "{\"shortDescription\": \"Ack " + operation + "\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(nowbridge().incidents("short_description=Ack " + operation)).hasSize(1);
    }

    @Test
    void aStoreThatIsDownIsA503AndTheRetrySucceeds() {
        nowbridge().dynamoDbFault("""
                {"fault": "status", "status": 500, "times": 20,
                 "body": {"__type": "com.amazonaws.dynamodb.v20120810#InternalServerError"}}""");

        var first = nowbridge().createTicket("store-down", "{\"shortDescription\": \"Store down\"}");
        nowbridge().calm();
        var second = nowbridge().createTicketUntilAnswered("store-down", "{\"shortDescription\": \"Store down\"}");

        assertThat(first.status()).isEqualTo(503);
        assertThat(second.status()).isEqualTo(201);
        assertThat(nowbridge().incidents("short_description=Store down")).hasSize(1);
    }

    private static LocalNowbridge nowbridge() {
        return SHARED.run();
    }
}
