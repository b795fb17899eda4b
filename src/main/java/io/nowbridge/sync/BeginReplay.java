package io.nowbridge.sync;

import io.nowbridge.activity.EntryKey;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Has a window of time brought again: the changes of a desk's linked tickets, or the anomalies that a platform found in it. What
 * was followed then is seen to be, so that nothing is written twice; and what the regular looks have reached stays as it is.
 */
public final class BeginReplay {

    /** The longest window. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** Who wants which window of which connection again; one that has passed. */
    public record Order(String by, ConnectionId connection, Instant from, Instant to) {}

    /** What became of it. */
    public sealed interface Outcome {

        /** It goes on by itself; its entry in the log shows how far it has come. */
        record Begun(EntryKey entry) implements Outcome {}

        /** Another one of the connection has not ended. */
        record OneUnderWay(EntryKey entry) implements Outcome {}

        record NoSuchConnection() implements Outcome {}

        /** Nothing flows over it now. */
        record Closed(ConnectionId connection, Connection.State state) implements Outcome {}
    }

    private final Connections connections;
    private final OpenReplays replays;
    private final ReplayLog log;
    private final InstantSource clock;

    BeginReplay(Connections connections, OpenReplays replays, ReplayLog log, InstantSource clock) {
        this.connections = connections;
        this.replays = replays;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Order order) {
        return connections
                .find(order.connection())
                .flatMap(found -> found.filter(BeginReplay::hasWindows)
                        .map(connection -> connection.isOpen()
                                ? begin(order)
                                : Uni.createFrom()
                                        .<Outcome>item(new Outcome.Closed(connection.id(), connection.state())))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchConnection())));
    }

    // At a distributor nothing is looked at by time.
    private static boolean hasWindows(Connection connection) {
        return connection.type().kind() != Kind.DISTRIBUTOR;
    }

    // Whoever dies before the log has it, leaves a replay that goes on all the same, and is logged by whoever goes on.
    private Uni<Outcome> begin(Order order) {
        var replay = Replay.begin(order.connection(), order.from(), order.to(), order.by(), clock.instant());
        return replays.open(replay)
                .flatMap(open -> open.id().equals(replay.id())
                        ? log.underWay(replay, List.of()).replaceWith(new Outcome.Begun(replay.entry()))
                        : Uni.createFrom().item(new Outcome.OneUnderWay(open.entry())));
    }
}
