package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.sync.SyncLog.Telling;
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
                        .map(anomaly -> change(platform, anomaly, wanted, ticket))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isToChange(Anomaly anomaly, Status wanted) {
        var status = anomaly.status().flatMap(Status::labelled);
        return status.filter(now -> now == wanted || (now.isArchived() && wanted.isArchived()))
                .isEmpty();
    }

    private Uni<Void> change(AnomalyPlatform platform, Anomaly anomaly, Status wanted, SeenTicket ticket) {
        return anomalies
                .find(anomaly.id())
                .flatMap(before -> keep(before, anomaly.in(wanted))
                        .flatMap(kept ->
                                kept ? write(platform, anomaly.id(), wanted, ticket) : somebodyElse(anomaly.id()))
                        // What never came about would pass for news of somebody's when it is looked for at the
                        // platform.
                        .onFailure(StatusBack::nothingHappened)
                        .call(() -> takeBack(before, anomaly))
                        // It is in the log with its remedy, and no repeat would change it.
                        .onFailure(Rejected.class)
                        .recoverWithNull());
    }

    private Uni<Boolean> keep(Optional<Known> before, Anomaly anomaly) {
        var status = anomaly.status().flatMap(Status::labelled);
        var now = clock.instant();
        return anomalies.keep(before.map(known -> known.next(anomaly, status, now))
                .orElseGet(() -> Known.first(anomaly, status, now)));
    }

    private static Uni<Void> somebodyElse(AnomalyId id) {
        return Uni.createFrom().failure(new IllegalStateException("somebody else follows " + id));
    }

    // Where somebody else has kept something meanwhile, there is nothing left to take back.
    private Uni<Void> takeBack(Optional<Known> before, Anomaly anomaly) {
        return anomalies
                .find(anomaly.id())
                .flatMap(noted -> keep(
                        noted, before.flatMap(Known::status).map(anomaly::in).orElse(anomaly)))
                .replaceWithVoid();
    }

    private static boolean nothingHappened(Throwable failure) {
        return failure instanceof ConnectedSystemException known && known.nothingHappened();
    }

    private Uni<Void> write(AnomalyPlatform platform, AnomalyId id, Status wanted, SeenTicket ticket) {
        var written = wanted.isArchived() ? platform.archive(id, wanted) : platform.reopen(id, wanted);
        var at = ticket.changedAt().orElse(ticket.seenAt());
        return log.logged(written, new Telling(platform.connection(), id, ticket, wanted.label(), at));
    }
}
