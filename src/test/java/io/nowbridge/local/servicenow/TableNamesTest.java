package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the instance calls its own tables. */
class TableNamesTest {

    private static RunningInstance instance;

    @BeforeAll
    static void start() {
        instance = new RunningInstance();
    }

    @BeforeEach
    void reset() {
        instance.reset();
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void aTableIsCalledByItsLabel() {
        var tables = instance.get("/api/now/table/sys_db_object?sysparm_query=nameINincident,sc_task%5EORDERBYname"
                + "&sysparm_fields=sys_name");

        assertThat(tables.all("sys_name")).containsExactly("Incident", "Catalog Task");
    }
}
