package io.nowbridge.connector;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyFilter;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** A platform whose connection is watched: nothing is written to it once that is closed. */
record WatchedPlatform(AnomalyPlatform platform, Watch watch) implements AnomalyPlatform {

    @Override
    public ConnectionId connection() {
        return platform.connection();
    }

    @Override
    public String name() {
        return platform.name();
    }

    @Override
    public Uni<Optional<Anomaly>> read(AnomalyId id) {
        return watch.on(platform.read(id));
    }

    @Override
    public Uni<Excerpt> newest(AnomalyFilter filter, int number) {
        return watch.on(platform.newest(filter, number));
    }

    @Override
    public Multi<Anomaly> foundSince(Instant since) {
        return watch.on(platform.foundSince(since));
    }

    @Override
    public Multi<Anomaly> foundBetween(Instant from, Instant to) {
        return watch.on(platform.foundBetween(from, to));
    }

    @Override
    public Uni<Void> reopen(AnomalyId id, Status status) {
        return watch.onWrite(() -> platform.reopen(id, status));
    }

    @Override
    public Uni<Void> archive(AnomalyId id, Status status) {
        return watch.onWrite(() -> platform.archive(id, status));
    }

    @Override
    public Uni<String> comment(AnomalyId id, String text) {
        return watch.onWrite(() -> platform.comment(id, text));
    }

    @Override
    public Uni<Optional<String>> findComment(AnomalyId id, String reference) {
        return watch.on(platform.findComment(id, reference));
    }
}
