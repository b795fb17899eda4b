package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.Status;
import io.nowbridge.ticket.SeenTicket;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives an anomaly the status that its ticket's state stands for. It is noted as known before it is written, so that the
 * platform's own news of it is none.
 */
final class StatusBack {

    private final Anomalies anomalies;
    private final SyncLog log;
    private final InstantSource clock;

    StatusBack(Anomalies anomalies, SyncLog log, InstantSource clock) {
        this.anomalies = anomalies;
        this.log = log;
        this.clock = clock;
    }

    /** Leaves an anomaly alone that is gone, has the status, or was archived by somebody who said why. */
    Uni<Void> set(AnomalyPlatform platform, AnomalyId id, Status wanted, SeenTicket ticket) {
        return platform.read(id)
                .flatMap(found -> found.filter(anomaly -> isToChange(anomaly, wanted))
                        .map(anomaly -> note(anomaly, wanted).chain(() -> write(platform, id, wanted, ticket)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isToChange(Anomaly anomaly, Status wanted) {
        var status = anomaly.status().flatMap(Status::labelled);
        return status.filter(now -> now == wanted || (now.isArchived() && wanted.isArchived()))
                .isEmpty();
    }

    private Uni<Void> note(Anomaly anomaly, Status wanted) {
        var status = Optional.of(wanted);
        var now = clock.instant();
        return anomalies
                .find(anomaly.id())
                .map(known -> known.map(before -> before.next(anomaly.in(wanted), status, now))
                        .orElseGet(() -> Known.first(anomaly.in(wanted), status, now)))
                .flatMap(anomalies::keep)
                .flatMap(kept -> kept
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new IllegalStateException("somebody else follows " + anomaly.id())));
    }

    private Uni<Void> write(AnomalyPlatform platform, AnomalyId id, Status wanted, SeenTicket ticket) {
        var written = wanted.isArchived() ? platform.archive(id, wanted) : platform.reopen(id, wanted);
        return log.logged(written, platform.connection(), id, ticket);
    }
}
