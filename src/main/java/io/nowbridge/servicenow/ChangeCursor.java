package io.nowbridge.servicenow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the next page of changed rows begins: beyond a change and, within its second, beyond a sys_id. Rows that change
 * meanwhile move behind, so that no offset would find its place again.
 *
 * @param offset how many rows to pass over, while the pages after the last one seen are hidden from this user
 */
record ChangeCursor(Instant since, Optional<Place> beyond, int offset) implements Cursor {

    static final String CHANGED = "sys_updated_on";

    /** A row in the order of changes. */
    private record Place(Instant at, SysId sysId) {

        static Place of(Row row) {
            return new Place(changedAt(row), row.sysId());
        }

        boolean isBehind(Place other) {
            return at.equals(other.at)
                    ? sysId.value().compareToIgnoreCase(other.sysId.value()) > 0
                    : at.isAfter(other.at);
        }
    }

    static Cursor atStartOf(Instant since) {
        return new ChangeCursor(since, Optional.empty(), 0);
    }

    static Instant changedAt(Row row) {
        return Literal.instant(row.text(CHANGED))
                .orElseThrow(() -> new IllegalArgumentException("a record without the time of its change"));
    }

    @Override
    public Query page() {
        return beyond.map(place -> Query.where(CHANGED)
                        .at(place.at())
                        .and("sys_id")
                        .above(place.sysId())
                        .orElse(Query.where(CHANGED).after(place.at())))
                .orElseGet(() -> Query.where(CHANGED).notBefore(since))
                .orderBy(CHANGED)
                .orderBy("sys_id");
    }

    @Override
    public Cursor after(List<Row> rows, int size) {
        if (rows.isEmpty()) {
            return new ChangeCursor(since, beyond, offset + size);
        }
        var last = Place.of(rows.getLast());
        if (beyond.isPresent() && !last.isBehind(beyond.get())) {
            throw new IllegalArgumentException("the same page again");
        }
        return new ChangeCursor(since, Optional.of(last), 0);
    }
}
