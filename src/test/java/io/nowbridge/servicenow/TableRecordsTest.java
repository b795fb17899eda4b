package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Drafts.SYS_ID;
import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.hangUp;
import static io.nowbridge.servicenow.Reply.json;
import static io.nowbridge.servicenow.Reply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records of any table against recorded answers. */
@QuarkusTest
class TableRecordsTest {

    private static final String ORDERS = "/api/now/table/proc_po";
    private static final String ORDER = ORDERS + "/" + SYS_ID;
    private static final String ROW =
            "{\"sys_id\":\"" + SYS_ID + "\",\"number\":\"PO0000001\",\"status\":\"requested\"}";

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Records records = instance.client().records();

    @Test
    void aSampleTellsWhichColumnsCame() {
        instance.on(ORDERS, json("{\"result\":[" + ROW + "]}"));

        assertThat(itemOf(records.sample("proc_po", Set.of("status", "vendor"))))
                .isEqualTo(new Sample(1, false, Set.of("status")));
    }

    @Test
    void rowsThatAreCountedAndNotShownAreHidden() {
        instance.on(ORDERS, json("{\"result\":[]}").with("X-Total-Count", "7"));

        assertThat(itemOf(records.sample("proc_po", Set.of()))).isEqualTo(new Sample(0, true, Set.of()));
    }

    @Test
    void aTableThatCountsNoRowsHidesNone() {
        instance.on(ORDERS, json("{\"result\":[]}").with("X-Total-Count", "0"));

        assertThat(itemOf(records.sample("proc_po", Set.of()))).isEqualTo(new Sample(0, false, Set.of()));
    }

    @Test
    void whatWasStoredOtherwiseIsTold() {
        instance.on(ORDERS, text(201, "application/json", "{\"result\":" + ROW + "}"));

        var written = itemOf(records.create("proc_po", Map.of("status", "ordered")));

        assertThat(written.record()).isEqualTo(new Stored(SYS_ID, "PO0000001"));
        assertThat(written.differences()).containsExactly(new Difference("status", "ordered", "requested"));
    }

    @Test
    void allRowsThatMatchComeAPageAfterTheOther() {
        var next =
                ROW.replace(SYS_ID.value(), "ffffffffffffffffffffffffffffffff").replace("PO0000001", "PO0000002");
        instance.on(
                ORDERS,
                json("{\"result\":[" + ROW + "]}").with("X-Total-Count", "3000"),
                json("{\"result\":[" + next + "]}").with("X-Total-Count", "1"));

        var rows = itemOf(records.matching("proc_po", Set.of("status"), Query.where("status", "requested"))
                .collect()
                .asList());

        assertThat(rows).extracting(row -> row.get("number")).containsExactly("PO0000001", "PO0000002");
        assertThat(instance.received(ORDERS).getLast().query("sysparm_query"))
                .isEqualTo("status=requested^sys_id>" + SYS_ID + "^ORDERBYsys_id");
    }

    @Test
    void aRecordOfAnotherCorrelationIdIsNotTheOneLookedFor() {
        instance.on(ORDERS, json("{\"result\":[" + ROW + "]}"));

        assertThat(itemOf(records.findByCorrelationId("proc_po", "nowbridge-test-1")))
                .isEmpty();
    }

    @Test
    void aRecordIsDeletedOnce() {
        instance.on(ORDER, text(204, "text/plain", ""));

        itemOf(records.delete("proc_po", SYS_ID));

        assertThat(instance.received(ORDER))
                .singleElement()
                .returns("DELETE", RecordedInstance.Received::method)
                .returns("application/json", request -> request.header("Content-Type"));
    }

    @Test
    void aRecordThatIsNotThereCannotBeMissed() {
        instance.on(ORDER, text(404, "application/json", "{\"error\":{\"message\":\"No Record found\"}}"));

        itemOf(records.delete("proc_po", SYS_ID));

        assertThat(instance.received(ORDER)).hasSize(1);
    }

    @Test
    void aDeletionThatIsDeniedSaysSo() {
        instance.on(ORDER, json(403, "acl.json"));

        assertThat(failureOf(records.delete("proc_po", SYS_ID))).isInstanceOf(Forbidden.class);
    }

    @Test
    void aDeletionWithoutAnAnswerIsNotRepeatedAndMayHaveHappened() {
        instance.on(ORDER, hangUp());

        var failure = failureOf(records.delete("proc_po", SYS_ID));

        assertThat(failure.nothingHappened()).isFalse();
        assertThat(failure.answered()).isFalse();
        assertThat(instance.received(ORDER)).hasSize(1);
    }

    @Test
    void aNameThatCannotBeOneIsRejectedBeforeAnythingIsSent() {
        assertThat(failureOf(records.sample("../sys_user", Set.of()))).isInstanceOf(Rejected.class);
        assertThat(failureOf(records.create("proc_po", Map.of("a,b", "c")))).isInstanceOf(Rejected.class);
        assertThat(failureOf(records.delete("proc_po/..", SYS_ID))).isInstanceOf(Rejected.class);
    }
}
