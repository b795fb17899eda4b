package io.nowbridge.connector.servicenow.probe;

import static io.nowbridge.connector.servicenow.probe.TestedInstance.BASIC;
import static io.nowbridge.connector.servicenow.probe.TestedInstance.TICKET_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way into an instance, as far as the user who signs in. */
@QuarkusTest
class ServiceNowProbeTest {

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void anInstanceThatIsAsItShouldBePassesAllThatCanBeProven() {
        var found = instance.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.skipped()).extracting(Check::name).containsExactly("tls", "create", "write", "procurement");
        assertThat(found.checks())
                .extracting(Check::name)
                .containsExactly(
                        "address",
                        "name-resolution",
                        "connection",
                        "tls",
                        "reachable",
                        "awake",
                        "credentials",
                        "user",
                        "clock",
                        "time-zone",
                        "choices",
                        "journal",
                        "read",
                        "field",
                        "create",
                        "write",
                        "notes",
                        "procurement");
    }

    @Test
    void nothingIsWrittenUnlessARecordMayBeCreated() {
        instance.test();

        assertThat(instance.received()).isNotEmpty().allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void aHibernatingInstanceIsToBeWoken() {
        instance.fault("{'fault':'html','times':0}");

        var found = instance.test();

        found.assertOnlyFailureIs("awake");
        assertThat(found.of("awake").fix()).contains("developer.servicenow.com");
    }

    @Test
    void aProxyThatAnswersInTheInstancesPlaceIsTold() {
        instance.fault("{'fault':'html','status':403,'times':0}");

        var found = instance.test();

        found.assertOnlyFailureIs("awake");
        assertThat(found.of("awake").cause()).contains("in between answers 403");
    }

    @Test
    void anInstanceInMaintenanceIsToBeWaitedFor() {
        instance.fault("{'fault':'status','status':503,'times':0}");

        var found = instance.test();

        found.assertOnlyFailureIs("reachable");
        assertThat(found.of("reachable").whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
    }

    @Test
    void aRedirectToAnotherHostIsRefusedAndNamed() {
        instance.fault(
                "{'fault':'status','status':302,'times':0,'headers':{'Location':'https://login.example.com/sso'}}");

        var found = instance.test();

        found.assertOnlyFailureIs("reachable");
        assertThat(found.of("reachable").cause()).contains("login.example.com");
    }

    @ParameterizedTest
    @CsvSource({"-59, PASSED", "59, PASSED", "61, FAILED", "-61, FAILED"})
    void clocksMayDifferByLessThanAMinute(int seconds, Verdict verdict) {
        instance.clockIs(TestedInstance.now().plusSeconds(seconds));

        assertThat(instance.test().of("clock").verdict()).isEqualTo(verdict);
    }

    @Test
    void theUserIsNamedWithItsRoles() {
        assertThat(instance.test().of("user").cause()).contains("svc_nowbridge", "itil", "audit_viewer");
    }

    @Test
    void aUserThatMaySignInWithABrowserIsTold() {
        instance.user("{'web_service_access_only':'false'}");

        assertThat(instance.test().of("user").cause()).contains("Web service access only");
    }

    @Test
    void aUserThatMayNotSeeItselfIsNoObstacle() {
        instance.settings("{'unreadableTables':['sys_user']}");

        var found = instance.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("user").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("time-zone").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("read", "incident").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aUserThatIsRefusedTheTableOfUsersHasSignedInAllTheSame() {
        instance.fault("{'fault':'status','status':403,'times':0,'match':{'path':'/api/now/table/sys_user','header':"
                + "{'name':'Authorization','value':'Basic c3ZjX25vd2JyaWRnZTpub3dicmlkZ2U='}},"
                + "'body':{'error':{'message':'Insufficient rights to query records'}}}");

        var found = instance.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("credentials").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(found.of("user").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, Europe/Berlin", "'', America/Los_Angeles"})
    void aTimeZoneThatMovesDatesIsNamed(String own, String effective) {
        instance.user("{'time_zone':'" + own + "'}");

        var found = instance.test();

        assertThat(found.failed()).containsExactly(found.of("time-zone"));
        assertThat(found.of("time-zone").cause()).contains(effective, "Dates in a query follow the user's zone");
        assertThat(found.of("time-zone").fix()).contains("GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMT", "UTC", "Etc/UTC"})
    void utcGoesByManyNames(String zone) {
        instance.user("{'time_zone':'" + zone + "'}");

        assertThat(instance.test().of("time-zone").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void choicesThatMayNotBeReadAreAMissingRight() {
        instance.settings("{'unreadableTables':['sys_choice']}");

        var found = instance.test();

        assertThat(found.failed()).containsExactly(found.of("choices"));
        assertThat(found.of("choices").fix()).contains("sys_choice", "letter by letter");
    }

    @Test
    void aJournalThatMayNotBeReadIsNoFailureButToBeKnown() {
        instance.settings("{'unreadableTables':['sys_journal_field']}");

        var found = instance.test();

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("journal").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("journal").cause()).contains("does not come back");
        assertThat(found.of("journal").fix()).contains("audit_viewer");
        assertThat(found.of("notes").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(found.of("notes").cause()).contains("exactly once", "what people see");
    }

    @Test
    void withARightToTheJournalNotesArriveExactlyOnce() {
        instance.settings("{'unreadableFields':['task.work_notes']}");

        var found = instance.test();

        assertThat(found.of("notes").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(found.of("notes").cause()).contains("exactly once", "the journal");
    }

    @Test
    void withNeitherJournalNorWorkNotesNotesArriveAtLeastOnce() {
        instance.settings("{'unreadableTables':['sys_journal_field'],'unreadableFields':['task.work_notes']}");

        var found = instance.test();

        assertThat(found.of("notes").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("notes").cause()).contains("at least once");
        assertThat(found.of("notes").fix()).contains("audit_viewer", "work_notes");
    }

    @Test
    void whatRanOutOfTimeSaysSoAndHoldsNothingElseUp() {
        instance.fault("{'fault':'delay','delayMs':60000,'times':0,'match':{'path':'/api/now/table/sys_choice'}}");

        var found = instance.test(Duration.ofSeconds(2), BASIC, TICKET_FORM, false);

        assertThat(found.of("choices").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("choices").cause()).contains("2 s of a test had passed");
        assertThat(found.of("read", "incident").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void credentialsThatAreNotAnsweredInTimeAreNoSuccess() {
        instance.fault("{'fault':'delay','delayMs':60000,'times':0,'match':{'path':'/api/now/table/sys_user','header':"
                + "{'name':'Authorization','value':'Basic c3ZjX25vd2JyaWRnZTpub3dicmlkZ2U='}}}");

        var found = instance.test(Duration.ofSeconds(2), BASIC, TICKET_FORM, false);

        assertThat(found.failed()).containsExactly(found.of("credentials"));
        assertThat(found.of("credentials").whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
    }
}
