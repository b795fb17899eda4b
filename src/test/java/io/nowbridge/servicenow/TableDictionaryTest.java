package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static io.nowbridge.servicenow.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Columns against recorded answers. */
@QuarkusTest
class TableDictionaryTest {

    private static final String TABLES = "/api/now/table/sys_db_object";
    private static final String COLUMNS = "/api/now/table/sys_dictionary";
    private static final String INCIDENT =
            "{\"result\":[{\"name\":\"incident\",\"super_class.name\":\"task\",\"super_class.super_class.name\":\"\"}]}";

    @RegisterExtension
    final RecordedInstance instance = new RecordedInstance();

    private final Dictionary dictionary = instance.client().dictionary();

    @Test
    void aColumnIsDescribedByTheNearestTableThatDeclaresIt() {
        instance.on(TABLES, json(INCIDENT))
                .on(
                        COLUMNS,
                        json("{\"result\":["
                                + column("task", "priority", "integer", "40", "false") + ","
                                + column("incident", "priority", "integer", "12", "true") + ","
                                + column("task", "number", "string", "40", "false") + "]}"));

        var columns = itemOf(dictionary.columns("incident"));

        assertThat(columns).containsOnlyKeys("priority", "number");
        assertThat(columns.get("priority"))
                .isEqualTo(new Column("priority", "Label", "integer", 12, "", false, false, true, ""));
    }

    @Test
    void theWholeLineageIsAskedForAtOnce() {
        instance.on(TABLES, json(INCIDENT)).on(COLUMNS, json("{\"result\":[]}"));

        itemOf(dictionary.columns("incident"));

        assertThat(instance.received(COLUMNS))
                .singleElement()
                .extracting(request -> request.query("sysparm_query"))
                .asString()
                .startsWith("nameINincident,task^active=true");
    }

    @Test
    void rowsOfOtherTablesThatAnInstanceSendsAreLeftOut() {
        instance.on(TABLES, json(INCIDENT))
                .on(
                        COLUMNS,
                        json("{\"result\":[" + column("sys_user", "vip", "boolean", "40", "false") + ","
                                + column("incident", "", "collection", "40", "false") + "]}"));

        assertThat(itemOf(dictionary.columns("incident"))).isEmpty();
    }

    @Test
    void aTableThatIsNotToBeSeenHasNoColumns() {
        instance.on(TABLES, json("{\"result\":[]}"));

        assertThat(itemOf(dictionary.columns("incident"))).isEmpty();
        assertThat(instance.received(COLUMNS)).isEmpty();
    }

    @Test
    void aTableThatCannotBeOneIsRejected() {
        assertThat(failureOf(dictionary.columns("incident^ORname=sys_user"))).isInstanceOf(Rejected.class);
    }

    private static String column(String table, String element, String type, String length, String readOnly) {
        return ("{'sys_id':'%s','name':'%s','element':'%s','column_label':'Label','internal_type':'%s','max_length':'%s',"
                        + "'reference':'','choice':'0','mandatory':'false','read_only':'%s','default_value':''}")
                .formatted(Drafts.SYS_ID, table, element, type, length, readOnly)
                .replace('\'', '"');
    }
}
