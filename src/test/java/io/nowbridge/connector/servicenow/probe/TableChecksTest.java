package io.nowbridge.connector.servicenow.probe;

import static io.nowbridge.connector.servicenow.probe.TestedInstance.BASIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connector.servicenow.probe.TestedInstance.Found;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Need.Access;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The tables and fields that are needed. */
@QuarkusTest
class TableChecksTest {

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void aTableThatIsNotThereIsToldAndItsFieldsAreNotLookedAt() {
        var found = test(need("u_missing", Access.WRITE, "number"));

        assertThat(found.failed()).containsExactly(found.of("read", "u_missing"));
        assertThat(found.of("read", "u_missing").cause()).contains("no table u_missing");
        assertThat(found.of("field", "u_missing").cause()).contains("rests on read of u_missing");
        assertThat(found.of("create", "u_missing").cause()).contains("rests on read of u_missing");
    }

    @Test
    void aMissingProcurementTableComesWithItsPlugin() {
        var found = test(need("proc_asn", Access.READ, "number"));

        assertThat(found.of("read", "proc_asn").fix()).contains("com.snc.procurement");
        assertThat(found.of("procurement").cause()).contains("proc_asn");
    }

    @Test
    void anEmptyAnswerWhereThereAreRowsIsReadAsMissingRights() {
        instance.settings("{'unreadableTables':['incident']}");

        var found = instance.test();

        assertThat(found.failed()).containsExactly(found.of("read", "incident"));
        assertThat(found.of("read", "incident").cause()).contains("missing rights");
        assertThat(found.of("read", "incident").fix()).contains("itil", "ACLs", "scoped application");
        assertThat(found.of("field", "incident").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void aTableThatIsRefusedIsAMissingRight() {
        instance.fault("{'fault':'status','status':403,'times':0,'match':{'path':'/api/now/table/incident'},"
                + "'body':{'error':{'message':'Insufficient rights to query records'}}}");

        var found = instance.test();

        assertThat(found.failed()).containsExactly(found.of("read", "incident"));
        assertThat(found.of("read", "incident").cause()).contains("403", "Insufficient rights");
        assertThat(found.of("read", "incident").fix()).contains("itil");
    }

    @Test
    void aTableThatDoesNotAnswerIsToBeTriedAgain() {
        instance.fault("{'fault':'status','status':503,'times':0,'match':{'path':'/api/now/table/incident'}}");

        var found = instance.test();

        assertThat(found.failed()).containsExactly(found.of("read", "incident"));
        assertThat(found.of("read", "incident").whoCanFix()).isEqualTo(WhoCanFix.NOBODY);
    }

    @Test
    void oneTableThatCannotBeReadDoesNotStopTheOthers() {
        instance.settings("{'unreadableTables':['proc_po']}");

        var found = test(need("proc_po", Access.READ, "number"), need("incident", Access.READ, "number"));

        assertThat(found.failed()).extracting(Check::name).containsExactly("read", "procurement", "purchase-orders");
        assertThat(found.of("field", "incident").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void theTablesOfProcurementAreSummedUp() {
        var found = test(need("proc_po", Access.READ, "number"), need("proc_po_item", Access.READ, "part_number"));

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("procurement").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void anEmptyTableProvesNothingAndItsFieldsAreLookedUpInTheDictionary() {
        var found = test(need("problem_task", Access.READ, "number", "problem", "u_nonsense"));

        assertThat(found.of("read", "problem_task").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.failed()).containsExactly(found.of("field", "problem_task.u_nonsense"));
    }

    @Test
    void aFieldThatIsNotThereIsNamed() {
        var found = test(need("incident", Access.WRITE, "number", "u_nonsense"));

        assertThat(found.failed()).containsExactly(found.of("field", "incident.u_nonsense"));
        assertThat(found.of("field", "incident.u_nonsense").cause()).contains("no field u_nonsense");
    }

    @Test
    void aFieldThatMayNotBeReadIsNamed() {
        instance.settings("{'unreadableFields':['incident.category','incident.subcategory']}");

        var found = instance.test();

        assertThat(found.failed())
                .containsExactly(found.of("field", "incident.category"), found.of("field", "incident.subcategory"));
        assertThat(found.of("field", "incident.category").cause()).contains("is not shown");
        assertThat(found.of("field", "incident.category").fix()).contains("ACL");
    }

    @Test
    void withoutTheDictionaryTheRecordsTellWhichFieldsThereAre() {
        instance.settings("{'unreadableTables':['sys_dictionary']}");

        var found = test(need("incident", Access.READ, "number", "u_nonsense"));

        assertThat(found.failed()).containsExactly(found.of("field", "incident.u_nonsense"));
        assertThat(found.of("field", "incident.u_nonsense").cause()).contains("not there, or is not shown");
    }

    @Test
    void withNeitherDictionaryNorRecordsAFieldIsNotProven() {
        instance.settings("{'unreadableTables':['sys_db_object']}");

        var found = test(need("problem_task", Access.READ, "number"));

        assertThat(found.failed()).isEmpty();
        assertThat(found.of("field", "problem_task.number").verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(found.of("field", "problem_task.number").fix()).contains("sys_dictionary");
    }

    @Test
    void aReadOnlyFieldIsAFailureForWhoWritesItOnly() {
        var reader = test(need("incident", Access.READ, "sys_created_by"));
        var writer = test(need("incident", Access.WRITE, "sys_created_by"));

        assertThat(reader.failed()).isEmpty();
        assertThat(writer.failed()).containsExactly(writer.of("field", "incident.sys_created_by"));
        assertThat(writer.of("field", "incident.sys_created_by").cause()).contains("read-only");
    }

    @Test
    void aFieldInheritedFromSeveralTablesUpIsThere() {
        var found = test(need("cmdb_hardware_product_model", Access.READ, "name", "sys_updated_on"));

        assertThat(found.failed()).isEmpty();
    }

    @Test
    void aMandatoryFieldThatNobodyFillsIsNamed(@TempDir Path directory) throws IOException {
        var seed = Files.writeString(
                directory.resolve("seed.json"),
                "{\"tables\":{\"incident\":{\"columns\":[\"u_cost_center | Cost center | string(40) mandatory\"]}}}");
        try (var strict = new TestedInstance(seed)) {
            var found = strict.test();

            assertThat(found.of("field", "incident.u_cost_center").cause()).contains("Cost center is mandatory");
            assertThat(found.of("field", "incident.u_cost_center").verdict()).isEqualTo(Verdict.SKIPPED);
        }
    }

    @Test
    void whatSeveralFeaturesNeedOfATableIsLookedAtOnce() {
        var found = test(
                new Need("Create Orders", "proc_po", Access.READ, new TreeSet<>(List.of("number"))),
                new Need("Get Order Status", "proc_po", Access.WRITE, new TreeSet<>(List.of("u_tds_order_status"))));

        assertThat(found.of("read", "proc_po").cause()).contains("Create Orders, Get Order Status");
        assertThat(found.of("field", "proc_po").cause()).contains("number, u_tds_order_status");
    }

    @Test
    void anInstanceThatRefusesQueriesOnUnknownFieldsIsNoDifferent() {
        instance.settings("{'queryAcl':true}");

        assertThat(instance.test().failed()).isEmpty();
    }

    private Found test(Need... needs) {
        return instance.test(BASIC, List.of(needs), false);
    }

    private static Need need(String table, Access access, String... fields) {
        return new Need("a template", table, access, new TreeSet<>(List.of(fields)));
    }
}
