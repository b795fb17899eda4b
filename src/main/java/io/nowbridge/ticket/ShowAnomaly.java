package io.nowbridge.ticket;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Rights;
import io.nowbridge.access.TeamRight;
import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.connection.ConnectedSystemException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Shows an anomaly as its platform does now, or as it was last heard of where the platform cannot be asked. */
public final class ShowAnomaly {

    /** What became of the request. */
    public sealed interface Outcome {

        /**
         * The anomaly.
         *
         * @param mayLink whether the requester may link tickets to it, and remove links; to create one, seeing it is enough
         * @param seenAt when we last heard of it; empty if the platform has shown it just now
         */
        record Shown(ListedAnomaly anomaly, boolean mayLink, Optional<Instant> seenAt) implements Outcome {}

        record NotAllowed(String missing) implements Outcome {}

        record NoSuchAnomaly() implements Outcome {}
    }

    private record Seen(Anomaly anomaly, Optional<Instant> at) {}

    private final Rights rights;
    private final Anomalies anomalies;
    private final AnomalyPlatforms platforms;
    private final TicketCounts counts;

    public ShowAnomaly(Rights rights, Anomalies anomalies, AnomalyPlatforms platforms, TicketCounts counts) {
        this.rights = rights;
        this.anomalies = anomalies;
        this.platforms = platforms;
        this.counts = counts;
    }

    public Uni<Outcome> run(Requester requester, AnomalyId id) {
        return rights.missing(requester, id, TeamRight.REPORTER)
                .flatMap(missing -> missing.map(right -> Uni.createFrom().<Outcome>item(new Outcome.NotAllowed(right)))
                        .orElseGet(() -> shown(requester, id)));
    }

    private Uni<Outcome> shown(Requester requester, AnomalyId id) {
        return seen(id).flatMap(found -> found.map(seen -> Uni.combine()
                        .all()
                        .unis(counts.of(seen.anomaly()), rights.missing(requester, id, TeamRight.AUTHOR))
                        .asTuple()
                        .map(both -> (Outcome) new Outcome.Shown(
                                both.getItem1(), both.getItem2().isEmpty(), seen.at())))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchAnomaly())));
    }

    private Uni<Optional<Seen>> seen(AnomalyId id) {
        return platforms
                .of(id.source())
                .flatMap(found -> found.map(platform -> platform.read(id)
                                .map(read -> read.map(anomaly -> new Seen(anomaly, Optional.empty())))
                                .onFailure(ConnectedSystemException.class)
                                .recoverWithUni(failure -> remembered(id)
                                        .flatMap(known -> known.isPresent()
                                                ? Uni.createFrom().item(known)
                                                : Uni.createFrom().failure(failure))))
                        .orElseGet(() -> remembered(id)));
    }

    private Uni<Optional<Seen>> remembered(AnomalyId id) {
        return anomalies.find(id).map(known -> known.map(last -> new Seen(last.anomaly(), Optional.of(last.seenAt()))));
    }
}
