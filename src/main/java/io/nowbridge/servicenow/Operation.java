package io.nowbridge.servicenow;

import java.util.Map;
import java.util.Set;

/** One operation on a table, as a batch has many; a table or column whose name cannot be one is refused by the client. */
public sealed interface Operation {

    String table();

    /** The columns that it names. */
    Set<String> columns();

    /** Reads the first {@code limit} rows that match, or that the instance believes to match. */
    record Find(String table, Set<String> columns, Query query, int limit) implements Operation {

        public Find {
            columns = Set.copyOf(columns);
        }
    }

    /** Creates a record; with a {@code sys_id} among the values, a repeat is refused by most instances. */
    record Insert(String table, Map<String, String> values) implements Operation {

        public Insert {
            values = Map.copyOf(values);
        }

        @Override
        public Set<String> columns() {
            return values.keySet();
        }
    }

    /** Changes the given columns and leaves the others alone. */
    record Change(String table, SysId sysId, Map<String, String> values) implements Operation {

        public Change {
            values = Map.copyOf(values);
        }

        @Override
        public Set<String> columns() {
            return values.keySet();
        }
    }
}
