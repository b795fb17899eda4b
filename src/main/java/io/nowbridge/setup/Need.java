package io.nowbridge.setup;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a feature needs of a table of a connected system.
 *
 * @param feature who needs it, as people call it: the ticket form, or a template's name
 * @param table as the system calls it
 * @param fields as the system calls them
 */
public record Need(String feature, String table, Access access, SortedSet<String> fields) {

    public Need {
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }

    /** What is done with the table and its fields. */
    public enum Access {
        READ,
        /** Records are created and changed, and read back. */
        WRITE
    }
}
