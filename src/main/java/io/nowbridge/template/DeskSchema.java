package io.nowbridge.template;

import io.nowbridge.connection.Connection;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a desk says about its tables. */
public interface DeskSchema {

    /**
     * The tables of these that the desk has and the integration user sees, with inherited columns; fails with a
     * {@link io.nowbridge.connection.ConnectedSystemException} and with nothing else. Takes up to 20 s.
     */
    Uni<Schema> of(Connection desk, Set<String> tables);

    /** Tables by their name. */
    record Schema(Map<String, Table> tables) {

        public Schema {
            tables = Map.copyOf(tables);
        }
    }

    /** Columns by their name. */
    record Table(SortedMap<String, Column> columns) {

        public Table {
            columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        }
    }

    /**
     * A column.
     *
     * @param type as the system calls it
     * @param length how many characters it holds; 0 where that does not apply
     * @param choices the only values it takes; empty if it takes any
     */
    record Column(String type, int length, boolean readOnly, List<Choice> choices) {

        public Column {
            choices = List.copyOf(choices);
        }
    }

    /** A value, and what people see for it. */
    record Choice(String value, String label) {

        @Override
        public String toString() {
            return label.equals(value) ? value : value + " (" + label + ")";
        }
    }
}
