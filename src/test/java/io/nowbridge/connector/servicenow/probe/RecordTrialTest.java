package io.nowbridge.connector.servicenow.probe;

import static io.nowbridge.connector.servicenow.probe.TestedInstance.BASIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Need.Access;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that may create a record: what it proves, and that it leaves none behind in silence. */
@QuarkusTest
class RecordTrialTest {

    private static final String RECORD = "'match':{'path':'/api/now/table/incident/*'";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void creatingAndWritingAreProvenAndNothingIsLeft() {
        var found = instance.testAndCreate();

        assertThat(found.failed()).isEmpty();
        assertThat(found.checks())
                .filteredOn(check -> check.subject().equals("incident"))
                .allMatch(check -> check.verdict() == Verdict.PASSED)
                .extracting(Check::name)
                .containsExactly("read", "field", "create", "clean-up", "write", "work-notes");
        assertThat(left()).isEmpty();
    }

    @Test
    void withoutLeaveNothingIsProven() {
        var found = instance.test();

        assertThat(found.of("create", "incident").cause()).startsWith("Not proven");
        assertThat(found.of("write", "incident").cause()).startsWith("Not proven");
    }

    @Test
    void theRecordWakesNobodyUp() {
        instance.settings("{'deleteDenied':['incident']}");

        instance.testAndCreate();

        assertThat(left()).singleElement().satisfies(record -> {
            assertThat(record.getString("short_description")).startsWith(Mark.TITLE);
            assertThat(record.getString("priority")).isEqualTo("3");
            assertThat(record.getString("assignment_group")).isEmpty();
        });
    }

    @Test
    void aRightThatIsMissingInSpiteOfTheRoleIsToldWithItsRules() {
        instance.settings("{'createDenied':['incident']}");

        var found = instance.testAndCreate();

        assertThat(found.failed()).containsExactly(found.of("create", "incident"));
        assertThat(found.of("create", "incident").cause()).contains("403", "ACL Exception");
        assertThat(found.of("create", "incident").fix()).contains("ACL", "itil", "scoped application", "data policies");
        assertThat(found.of("write", "incident").cause()).contains("rests on create of incident");
    }

    @Test
    void aDataPolicyThatRefusesTheRecordIsNamed(@TempDir Path directory) throws IOException {
        var seed = Files.writeString(
                directory.resolve("seed.json"),
                "{\"tables\":{\"incident\":{\"columns\":[\"u_cost_center | Cost center | string(40) mandatory\"]}}}");
        try (var strict = new TestedInstance(seed)) {
            var found = strict.testAndCreate();

            assertThat(found.of("create", "incident").cause()).contains("Data Policy Exception", "Cost center");
            assertThat(found.of("create", "incident").fix()).contains("data policy");
        }
    }

    @Test
    void aFieldThatIsDroppedWithoutAWordIsNamed() {
        instance.settings("{'unwritableFields':['incident.category','task.correlation_display']}");

        var found = instance.testAndCreate();

        assertThat(found.failed())
                .extracting(Check::subject)
                .containsExactly("incident.category", "incident.correlation_display");
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"category", "subcategory", "impact", "urgency", "caller_id", "description"})
    void aFieldIsWrittenWithWhatItWouldNotHoldAnyway(String field) {
        instance.settings("{'unwritableFields':['task." + field + "','incident." + field + "']}");

        var found = instance.testAndCreate();

        assertThat(found.failed()).extracting(Check::subject).contains("incident." + field);
    }

    @Test
    void workNotesThatDoNotAppearAreTold() {
        instance.settings("{'unwritableFields':['task.work_notes']}");

        var found = instance.testAndCreate();

        assertThat(found.failed()).containsExactly(found.of("work-notes", "incident"));
        assertThat(left()).isEmpty();
    }

    @Test
    void aRecordThatMayNotBeChangedIsToldAndDeleted() {
        instance.settings("{'updateDenied':['incident']}");

        var found = instance.testAndCreate();

        assertThat(found.failed()).containsExactly(found.of("write", "incident"));
        assertThat(left()).isEmpty();
    }

    @Test
    void aRecordThatWasWrittenAndDeniedIsFoundAndDeleted() {
        instance.settings("{'readBackDenied':['incident']}");

        var found = instance.testAndCreate();

        assertThat(found.failed()).containsExactly(found.of("create", "incident"));
        assertThat(found.of("create", "incident").cause()).contains("created all the same");
        assertThat(found.of("clean-up", "incident").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'fault':'drop-after-write'",
                "'fault':'truncate'",
                "'fault':'status-after-write','status':403",
                "'fault':'status-after-write','status':502"
            })
    void aRecordWhoseAnswerWasLostIsFoundAndDeleted(String fault) {
        instance.fault("{" + fault + ",'match':{'method':'POST'}}");

        var found = instance.testAndCreate();

        assertThat(found.of("clean-up", "incident").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(left()).isEmpty();
    }

    @Test
    void aRecordUnderAKeyOfTheInstancesOwnIsFoundByItsCorrelationId() {
        instance.settings("{'ignoreSentSysId':true}");
        instance.fault("{'fault':'drop-after-write','match':{'method':'POST'}}");

        var found = instance.testAndCreate();

        assertThat(found.of("clean-up", "incident").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(left()).isEmpty();
    }

    @Test
    void noRecordIsCreatedThatCouldNotBeMarked() {
        var needs = List.of(new Need("a template", "proc_po", Access.WRITE, new TreeSet<>(List.of("u_tds_cpo_id"))));

        var found = instance.test(BASIC, needs, true);

        assertThat(found.of("create", "proc_po").cause()).startsWith("Not proven: a record");
        assertThat(instance.rows("proc_po", "sys_created_by=svc_nowbridge")).isEmpty();
    }

    private List<JsonObject> left() {
        return instance.rows("incident", "correlation_idSTARTSWITHnowbridge-test");
    }
}
