package io.nowbridge.connector.servicenow.probe;

import static io.nowbridge.connector.servicenow.probe.TestedInstance.BASIC;
import static io.nowbridge.connector.servicenow.probe.TestedInstance.TICKET_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connector.servicenow.probe.TestedInstance.Found;
import io.nowbridge.setup.Check.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That no record of a test is left behind in silence. */
@QuarkusTest
class CleanUpTest {

    private static final String RECORD = "'match':{'path':'/api/now/table/incident/*'";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void aRecordThatTheUserMayCreateButNotSeeIsNamedByItsCorrelationId() {
        instance.settings("{'unreadableRows':{'incident':'correlation_idSTARTSWITHnowbridge-test'}}");

        var found = instance.testAndCreate();

        assertThat(left())
                .singleElement()
                .satisfies(record -> assertThat(found.of("create", "incident").cause())
                        .contains(record.getString("correlation_id")));
    }

    @Test
    void aRecordThatMayStillArriveIsNamedByItsCorrelationId() {
        instance.fault("{'fault':'reset','match':{'method':'POST'}}");

        var found = instance.testAndCreate();

        assertThat(found.of("clean-up", "incident").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(found.of("clean-up", "incident").cause()).contains("nowbridge-test-", "within a minute");
    }

    @Test
    void aRecordThatMayNotBeDeletedIsCanceledAndNamed() {
        instance.settings("{'deleteDenied':['incident']}");

        var found = instance.testAndCreate();

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("clean-up", "incident").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(left()).singleElement().satisfies(record -> {
            assertThat(record.getString("state")).isEqualTo("8");
            assertThat(found.of("clean-up", "incident").cause()).contains(record.getString("number"));
        });
    }

    @Test
    void aRecordThatCanNeitherBeDeletedNorClosedIsNamed() {
        instance.settings("{'deleteDenied':['incident'],'updateDenied':['incident']}");

        assertNamesWhatIsLeft(instance.testAndCreate());
    }

    @Test
    void aRecordThatIsOutOfReachAfterItsCreationIsNamed() {
        instance.fault("{'fault':'status','status':500,'times':0," + RECORD + "}}");

        assertNamesWhatIsLeft(instance.testAndCreate());
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsSeenToHaveHappened() {
        instance.fault("{'fault':'drop-after-write'," + RECORD + ",'method':'DELETE'}}");

        var found = instance.testAndCreate();

        assertThat(found.failed()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void aDeletionThatIsAnsweredAndNotDoneIsNotBelieved() {
        instance.fault("{'fault':'status','status':204," + RECORD + ",'method':'DELETE'}}");

        var found = instance.testAndCreate();

        assertThat(found.of("clean-up", "incident").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(left())
                .singleElement()
                .satisfies(record -> assertThat(found.of("clean-up", "incident").cause())
                        .contains(record.getString("number"), "is left, canceled"));
    }

    @Test
    @Timeout(20)
    void aRecordThatTimeRanOutForIsNamedAndDeletedAllTheSame() {
        instance.fault("{'fault':'delay','delayMs':60000," + RECORD + ",'method':'PATCH'}}");

        var found = instance.test(Duration.ofSeconds(3), BASIC, TICKET_FORM, true);

        assertThat(found.of("clean-up", "incident").cause()).matches("INC\\d+ .*may be left.*");
        assertThat(found.of("write", "incident").cause()).contains("3 s of a test had passed");
        while (!left().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aCreationThatTimeRanOutForIsNamedByItsCorrelationId() {
        instance.fault("{'fault':'delay','delayMs':60000,'match':{'method':'POST'}}");

        var found = instance.test(Duration.ofSeconds(3), BASIC, TICKET_FORM, true);

        assertThat(found.of("clean-up", "incident").cause()).contains("nowbridge-test-");
    }

    private void assertNamesWhatIsLeft(Found found) {
        assertThat(found.of("clean-up", "incident").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(left())
                .singleElement()
                .satisfies(record -> assertThat(found.of("clean-up", "incident").cause())
                        .contains(record.getString("number"), record.getString("sys_id")));
    }

    private List<JsonObject> left() {
        return instance.rows("incident", "correlation_idSTARTSWITHnowbridge-test");
    }
}
