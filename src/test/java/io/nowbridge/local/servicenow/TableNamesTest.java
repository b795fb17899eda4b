package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the instance calls its own tables. */
class TableNamesTest {

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void aTableIsCalledByItsLabel() {
        var tables = INSTANCE.get("/api/now/table/sys_db_object?sysparm_query=nameINincident,sc_task%5EORDERBYname"
                + "&sysparm_fields=sys_name");

        assertThat(tables.all("sys_name")).containsExactly("Incident", "Catalog Task");
    }
}
