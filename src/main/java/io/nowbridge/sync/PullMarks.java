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

    /** Goes on from where a look began, unless that was rewound meanwhile: then the next look begins there. */
    Uni<Void> goOn(ConnectionId desk, String table, Optional<Instant> from, Instant until) {
        return replace(desk, table, from, until).replaceWithVoid();
    }

    /** Lets the next look begin no later than {@code at}: what changed then was seen, but came to nothing. */
    Uni<Void> rewind(ConnectionId desk, String table, Instant at) {
        return find(desk, table)
                .flatMap(until -> until.filter(known -> !known.isAfter(at)).isPresent()
                        ? Uni.createFrom().voidItem()
                        : replace(desk, table, until, at)
                                .flatMap(done -> done ? Uni.createFrom().voidItem() : rewind(desk, table, at)));
    }

    private Uni<Boolean> replace(ConnectionId desk, String table, Optional<Instant> before, Instant until) {
        return marks.replace(name(desk, table), before.map(Instant::toString), until.toString(), Optional.empty());
    }

    private static String name(ConnectionId desk, String table) {
        return "pull#" + desk + "#" + table;
    }
}
