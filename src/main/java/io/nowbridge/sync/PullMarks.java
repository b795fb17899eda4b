package io.nowbridge.sync;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Up to when the changes of a desk's tables are known. */
final class PullMarks {

    private final Marks marks;

    PullMarks(Marks marks) {
        this.marks = marks;
    }

    /** Empty before the first look. */
    Uni<Optional<Instant>> find(ConnectionId desk, String table) {
        return marks.find(name(desk, table)).map(kept -> kept.map(Instant::parse));
    }

    Uni<Void> keep(ConnectionId desk, String table, Instant until) {
        return marks.keep(name(desk, table), until.toString(), Optional.empty());
    }

    /** Lets the next look begin no later than {@code at}: what changed then was seen, but came to nothing. */
    Uni<Void> rewind(ConnectionId desk, String table, Instant at) {
        return find(desk, table)
                .flatMap(until -> until.filter(known -> !known.isAfter(at)).isPresent()
                        ? Uni.createFrom().voidItem()
                        : keep(desk, table, at));
    }

    private static String name(ConnectionId desk, String table) {
        return "pull#" + desk + "#" + table;
    }
}
