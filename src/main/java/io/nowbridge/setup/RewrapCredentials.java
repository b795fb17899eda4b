package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts all credentials under the current master key, after which the one before may go. Nothing stops meanwhile. */
public final class RewrapCredentials {

    /**
     * What became of them all.
     *
     * @param untouched how many were under the current key already, or do not exist
     * @param failures the connections whose credentials are still under an older key, and why
     */
    public record Rewrapped(int rewrapped, int untouched, List<Failure> failures) {

        private static final Rewrapped NONE = new Rewrapped(0, 0, List.of());

        private Result result() {
            if (failures.isEmpty()) {
                return Result.SUCCESS;
            }
            return rewrapped > 0 ? Result.PARTIAL_SUCCESS : Result.FAILED;
        }

        private Rewrapped and(Rewrapped more) {
            return new Rewrapped(
                    rewrapped + more.rewrapped,
                    untouched + more.untouched,
                    Stream.concat(failures.stream(), more.failures.stream()).toList());
        }
    }

    private static final int CONCURRENCY = 8;

    private final Connections connections;
    private final ChangeLog log;
    private final InstantSource clock;

    public RewrapCredentials(Connections connections, ChangeLog log, InstantSource clock) {
        this.connections = connections;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Rewrapped> run(Requester by) {
        var began = clock.instant();
        return connections
                .all()
                .onItem()
                .<Connection>disjoint()
                .onItem()
                .transformToUni(this::rewrap)
                .merge(CONCURRENCY)
                .collect()
                .with(Collectors.reducing(Rewrapped.NONE, Rewrapped::and))
                .call(all -> log.ended(
                        "rewrap-credentials",
                        Activity.ALL,
                        by,
                        began,
                        Map.of("rewrapped", Integer.toString(all.rewrapped())),
                        all.result(),
                        all.failures()));
    }

    // Those that fail are told of, and keep no others under the old key.
    private Uni<Rewrapped> rewrap(Connection connection) {
        return connections
                .rewrap(connection)
                .map(done -> done ? new Rewrapped(1, 0, List.of()) : new Rewrapped(0, 1, List.of()))
                .onFailure()
                .recoverWithItem(failure -> new Rewrapped(0, 0, List.of(failed(connection, failure))));
    }

    private static Failure failed(Connection connection, Throwable failure) {
        return new Failure(
                connection.id().value(),
                String.valueOf(failure.getMessage()),
                WhoCanFix.OPERATOR,
                "Keep the older master key until this is mended: repeat it, or have the connection reconnected.");
    }
}
