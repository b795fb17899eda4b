package io.nowbridge.sync;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The replays that have not come to their end, at most one for each connection. */
final class OpenReplays {

    private static final String ENDED = "ended";
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Marks marks;

    OpenReplays(Marks marks) {
        this.marks = marks;
    }

    Uni<Optional<Replay>> find(ConnectionId connection) {
        return marks.find(name(connection))
                .map(kept -> kept.filter(text -> !text.equals(ENDED)).map(text -> Replay.parse(connection, text)));
    }

    /** Begins one, unless there is one already: which of the two is under way then. */
    Uni<Replay> open(Replay replay) {
        var name = name(replay.connection());
        return marks.find(name)
                .flatMap(kept -> kept.filter(text -> !text.equals(ENDED))
                        .map(text -> Uni.createFrom().item(Replay.parse(replay.connection(), text)))
                        .orElseGet(() -> marks.replace(name, kept, replay.text(), Optional.empty())
                                .flatMap(done -> done ? Uni.createFrom().item(replay) : open(replay))));
    }

    /** False, and nothing kept, if somebody else has come further. */
    Uni<Boolean> goOn(Replay before, Replay after) {
        return marks.replace(name(before.connection()), Optional.of(before.text()), after.text(), Optional.empty());
    }

    Uni<Void> end(Replay last, Instant now) {
        return marks.replace(name(last.connection()), Optional.of(last.text()), ENDED, Optional.of(now.plus(MEMORY)))
                .replaceWithVoid();
    }

    private static String name(ConnectionId connection) {
        return "replay#" + connection;
    }
}
