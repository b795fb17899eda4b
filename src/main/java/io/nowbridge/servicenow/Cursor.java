package io.nowbridge.servicenow;

import java.util.List;

/** Where the next page of many rows begins. */
interface Cursor {

    /** The query of the next page. */
    Query page();

    /** How many rows of that to pass over. */
    int offset();

    /** Where to go on after a page of {@code size} places, of which this user may see {@code rows}. */
    Cursor after(List<Row> rows, int size);
}
