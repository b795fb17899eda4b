package io.nowbridge.connector.servicenow.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connector.servicenow.probe.TestedInstance.Found;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Need.Access;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What orders need of an instance beside their tables. */
@QuarkusTest
class OrderChecksTest {

    private static final String LINE = "purchase-orders";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void whereNoTemplateHasPurchaseOrdersNothingIsLookedAt() {
        assertThat(test("pc_vendor_cat_item").checks()).extracting(Check::name).doesNotContain(LINE);
    }

    @Test
    void countingAndTheBatchApiAreTriedWithoutWriting() {
        var found = test("proc_po");

        assertThat(found.of(LINE).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(instance.received()).contains("GET /api/now/stats/proc_po", "POST /api/now/v1/batch");
        assertThat(instance.received()).noneMatch(call -> call.startsWith("PATCH"));
    }

    @Test
    void aClosedApiIsAMissingRight() {
        instance.settings("{'apiAcl':['stats']}");

        var check = test("proc_po").of(LINE);

        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check.whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR);
        assertThat(check.fix()).contains("Aggregate API", "procurement_user");
    }

    private Found test(String table) {
        return instance.test(
                Map.of(), List.of(new Need("a template", table, Access.READ, new TreeSet<>(List.of("number")))));
    }
}
