package io.nowbridge.servicenow;

import java.util.List;
import java.util.Optional;

/**
 * Where the next page of a query begins: beyond a key, or, in an order of the query's own, at an offset.
 *
 * @param offset how many rows to pass over; beyond a key only while the pages after it are hidden from this user
 */
record Cursor(Query query, Optional<SysId> beyond, int offset) {

    static Cursor atStartOf(Query query) {
        return new Cursor(query, Optional.empty(), 0);
    }

    /** The query of the next page; the sys_id makes every order a total one, without which offsets repeat and skip rows. */
    Query page() {
        return beyond.map(key -> query.and("sys_id").above(key)).orElse(query).orderBy("sys_id");
    }

    /** Where to go on after a page of {@code size} places, of which this user may see {@code rows}. */
    Cursor after(List<Row> rows, int size) {
        if (query.isOrdered() || rows.isEmpty()) {
            return new Cursor(query, beyond, offset + size);
        }
        var last = rows.getLast().sysId();
        if (beyond.filter(last::equals).isPresent()) {
            throw new IllegalArgumentException("the same page again");
        }
        return new Cursor(query, Optional.of(last), 0);
    }
}
