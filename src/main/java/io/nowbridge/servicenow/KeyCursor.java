package io.nowbridge.servicenow;

import java.util.List;
import java.util.Optional;

/**
 * Where the next page of a query begins: beyond a sys_id, or, in an order of the query's own, at an offset.
 *
 * @param offset how many rows to pass over; beyond a key only while the pages after it are hidden from this user
 */
record KeyCursor(Query query, Optional<SysId> beyond, int offset) implements Cursor {

    static Cursor atStartOf(Query query) {
        return new KeyCursor(query, Optional.empty(), 0);
    }

    /** The sys_id makes every order a total one, without which offsets repeat and skip rows. */
    @Override
    public Query page() {
        return beyond.map(key -> query.and("sys_id").above(key)).orElse(query).orderBy("sys_id");
    }

    @Override
    public Cursor after(List<Row> rows, int size) {
        if (query.isOrdered() || rows.isEmpty()) {
            return new KeyCursor(query, beyond, offset + size);
        }
        var last = rows.getLast().sysId();
        if (beyond.filter(last::equals).isPresent()) {
            throw new IllegalArgumentException("the same page again");
        }
        return new KeyCursor(query, Optional.of(last), 0);
    }
}
