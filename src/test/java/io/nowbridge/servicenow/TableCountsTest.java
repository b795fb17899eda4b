package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.Counts.Count;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counts against recorded answers. */
@QuarkusTest
class TableCountsTest {

    private static final String ORDERS = "/api/now/stats/proc_po";

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Counts counts = instance.client().counts();

    @Test
    void rowsAreCountedByWhatTheyHold() {
        instance.on(ORDERS, json("""
                {"result":[
                  {"stats":{"count":"12"},"groupby_fields":[{"field":"status","value":"ordered","display_value":"Ordered"}]},
                  {"stats":{"count":"3"},"groupby_fields":[{"field":"status","value":"","display_value":""}]}]}"""));

        var counted = itemOf(counts.by("proc_po", List.of("status"), Query.where("vendor.name", "TD SYNNEX")));

        assertThat(counted)
                .containsExactly(
                        new Count(Map.of("status", "ordered"), Map.of("status", "Ordered"), 12),
                        new Count(Map.of("status", ""), Map.of("status", ""), 3));
        assertThat(instance.received(ORDERS)).singleElement().satisfies(request -> {
            assertThat(request.query("sysparm_group_by")).isEqualTo("status");
            assertThat(request.query("sysparm_query")).isEqualTo("vendor.name=TD SYNNEX");
        });
    }

    @Test
    void aTableThatMayNotBeReadIsForbidden() {
        instance.on(ORDERS, json(403, "acl.json"));

        assertThat(failureOf(counts.by("proc_po", List.of("status"), Query.all())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aCountThatIsNoNumberIsNotTakenForOne() {
        instance.on(ORDERS, json("""
                {"result":[{"stats":{"count":"many"},"groupby_fields":[]}]}"""));

        assertThat(failureOf(counts.by("proc_po", List.of("status"), Query.all())))
                .isInstanceOf(Unintelligible.class);
    }

    @Test
    void aNameThatCannotBeAColumnsIsNotAsked() {
        assertThat(failureOf(counts.by("proc_po", List.of("status^vendor"), Query.all())))
                .isInstanceOf(Rejected.class);
        assertThat(instance.received(ORDERS)).isEmpty();
    }
}
