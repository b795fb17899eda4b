package io.nowbridge.sync;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Repeat;
import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyWakeups;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has an anomaly followed once more of which an event, or the ticket that a rule wanted, came to nothing. An event that still
 * waits is woken. In the place of one that is done comes another, which has the anomaly looked at as it is now.
 */
final class LookAgain implements Repeat {

    // How rules are called where they act.
    private static final String RULE = "rule:";

    private static final Outcome FORM =
            new Outcome.NotFromHere("Open the form at the anomaly again, correct what the entry names, and send it.");

    private final AnomalyEvents events;
    private final Anomalies anomalies;
    private final AnomalyWakeups wakeups;
    private final InstantSource clock;

    LookAgain(AnomalyEvents events, Anomalies anomalies, AnomalyWakeups wakeups, InstantSource clock) {
        this.events = events;
        this.anomalies = anomalies;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public Set<String> functions() {
        return Set.of("followAnomaly", "createTicket");
    }

    @Override
    public Uni<Outcome> run(Activity entry, String by, Optional<String> note) {
        if (note.isPresent()) {
            return Uni.createFrom().item(NO_NOTE);
        }
        return entry.function().equals("followAnomaly") || entry.startedBy().startsWith(RULE)
                ? SyncLog.anomaly(entry)
                        .map(anomaly -> look(anomaly, entry))
                        .orElseGet(() -> Uni.createFrom().item(FORM))
                : Uni.createFrom().item(FORM);
    }

    private Uni<Outcome> look(AnomalyId anomaly, Activity entry) {
        return pending(anomaly, entry)
                .flatMap(event -> event.map(waiting -> Uni.createFrom().item(List.of(waiting)))
                        .orElseGet(() -> another(anomaly)))
                .call(waiting -> waiting.isEmpty() ? Uni.createFrom().voidItem() : wakeups.wake(waiting))
                .replaceWith(new Outcome.Retried(1));
    }

    private Uni<Optional<AnomalyEvent>> pending(AnomalyId anomaly, Activity entry) {
        return Optional.ofNullable(entry.subjects().get("event"))
                .map(event -> events.pending(anomaly, event))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    // Named by what is known of the anomaly: until that has changed, all who want another one want the same.
    private Uni<List<AnomalyEvent>> another(AnomalyId id) {
        var now = clock.instant();
        return anomalies
                .find(id)
                .map(known -> "again-%s-%d-%d"
                        .formatted(
                                id.id(),
                                known.map(Known::revision).orElse(0L),
                                now.truncatedTo(ChronoUnit.HOURS).getEpochSecond()))
                .map(name -> new AnomalyEvent(name, now, Optional.empty(), Anomaly.of(id), new What.Triggered()))
                .flatMap(event -> events.keep(List.of(event), now))
                .map(AnomalyEvents.Kept::waiting);
    }
}
