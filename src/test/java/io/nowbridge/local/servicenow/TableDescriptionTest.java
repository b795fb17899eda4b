package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an instance tells of its own tables, columns and choices. */
class TableDescriptionTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void tablesDescribeTheirColumnsAndChoices() {
        var state = INSTANCE.get("/api/now/ui/meta/incident")
                .result()
                .getJsonObject("columns")
                .getJsonObject("state");

        assertThat(state.getString("type")).isEqualTo("choice");
        assertThat(state.getJsonArray("choices"))
                .contains(new JsonObject().put("value", "3").put("label", "On Hold"));
        assertThat(INSTANCE.get("/api/now/doc/table/schema").all("value")).contains("incident", "proc_po");
    }

    @Test
    void theDictionaryTellsTypesAndLengths() {
        var query = "name=task%5EORname=incident%5Einternal_type=string&active=true&array=false"
                + "&sysparm_fields=element,max_length";

        var columns = INSTANCE.get("/api/now/table/sys_dictionary?sysparm_query=" + query)
                .results();

        assertThat(columns)
                .contains(new JsonObject().put("element", "short_description").put("max_length", "160"))
                .contains(new JsonObject().put("element", "correlation_id").put("max_length", "100"));
    }

    @Test
    void theTableHierarchyCanBeWalked() {
        var incident = INSTANCE.get("/api/now/table/sys_db_object?name=incident&sysparm_fields=super_class.name");

        assertThat(incident.all("super_class.name")).containsExactly("task");
    }

    @Test
    void inheritedChoicesLieWithTheParent() {
        var query = "name=task%5EORname=incident%5Eelement=urgency%5ElanguageSTARTSWITHen%5EORDERBYsequence";

        var choices =
                INSTANCE.get("/api/now/table/sys_choice?sysparm_query=" + query + "&sysparm_fields=name,value,label");

        assertThat(choices.all("label")).containsExactly("1 - High", "2 - Medium", "3 - Low");
        assertThat(choices.all("name")).containsOnly("task");
    }

    @Test
    void aTableIsCalledByItsLabel() {
        var tables = INSTANCE.get("/api/now/table/sys_db_object?sysparm_query=nameINincident,sc_task%5EORDERBYname"
                + "&sysparm_fields=sys_name");

        assertThat(tables.all("sys_name")).containsExactly("Incident", "Catalog Task");
    }
}
