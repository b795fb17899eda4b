package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.sync.TellTickets.Told;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Does what an event asks for: sees what the anomaly is now, tells its tickets what they do not know, and opens one where a
 * rule says so.
 *
 * <p>The event is done last, and everything before may be repeated, so whatever ends in between is finished the next time.
 */
public final class FollowAnomaly {

    /** What became of an event. */
    public sealed interface Outcome {

        /** The tickets that will hear of it, none if there is no news or nobody to tell. */
        record Followed(int tickets) implements Outcome {}

        /** Somebody has followed it before. */
        record AlreadyDone() implements Outcome {}

        /** Something that it takes cannot be had now; the event is kept, and comes again. */
        record Later(String cause) implements Outcome {}
    }

    private final AnomalyEvents events;
    private final Anomalies anomalies;
    private final AnomalyPlatforms platforms;
    private final OwnComments comments;
    private final TellTickets tickets;
    private final OpeningRules rules;
    private final Successors successors;
    private final InstantSource clock;

    FollowAnomaly(
            AnomalyEvents events,
            Anomalies anomalies,
            AnomalyPlatforms platforms,
            OwnComments comments,
            TellTickets tickets,
            OpeningRules rules,
            Successors successors,
            InstantSource clock) {
        this.events = events;
        this.anomalies = anomalies;
        this.platforms = platforms;
        this.comments = comments;
        this.tickets = tickets;
        this.rules = rules;
        this.successors = successors;
        this.clock = clock;
    }

    public Uni<Outcome> run(AnomalyId anomaly, String event) {
        return events.pending(anomaly, event)
                .flatMap(found ->
                        found.map(this::follow).orElseGet(() -> Uni.createFrom().item(new Outcome.AlreadyDone())));
    }

    private Uni<Outcome> follow(AnomalyEvent event) {
        return anomalies
                .find(event.anomaly().id())
                .map(known -> new Happening(event, known))
                .flatMap(happening -> now(happening).flatMap(anomaly -> follow(happening, anomaly)))
                .onFailure(FollowAnomaly::mayHeal)
                .recoverWithItem(failure -> new Outcome.Later(String.valueOf(failure.getMessage())));
    }

    private static boolean mayHeal(Throwable failure) {
        return failure instanceof ConnectedSystemException || failure instanceof NotYetException;
    }

    // An event that says what happened is taken at its word, or of two changes the first would never be told.
    private Uni<Anomaly> now(Happening happening) {
        var told = happening.told();
        return switch (happening.event().what()) {
            case What.StatusChanged changed -> Uni.createFrom().item(told);
            case What.Commented commented -> Uni.createFrom().item(told);
            case What.Triggered triggered -> read(told);
            case What.Created created -> read(told);
        };
    }

    private Uni<Anomaly> read(Anomaly told) {
        return platforms
                .of(told.id().source())
                .flatMap(found -> found.map(platform -> platform.read(told.id()))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(read -> read.map(anomaly -> anomaly.or(told)).orElse(told));
    }

    private Uni<Outcome> follow(Happening happening, Anomaly anomaly) {
        var event = happening.event();
        return comments.isOurs(event)
                .map(ours -> ours ? Optional.<News>empty() : happening.news(anomaly))
                .flatMap(news -> tickets.tell(event, anomaly, news))
                .call(told -> open(happening, anomaly, told))
                .call(told -> remember(happening, anomaly))
                .call(told -> events.done(event, clock.instant()))
                .map(told -> new Outcome.Followed(told.told().size()));
    }

    private Uni<Void> open(Happening happening, Anomaly anomaly, Told told) {
        if (told.nobody() && happening.asksForTicket(anomaly)) {
            return rules.apply(happening.event(), anomaly);
        }
        return told.told().isEmpty() && !told.finished().isEmpty()
                ? successors.open(anomaly, told.finished().getLast())
                : Uni.createFrom().voidItem();
    }

    // The events of an anomaly come one after the other; where somebody else has written all the same, this one comes
    // again.
    private Uni<Void> remember(Happening happening, Anomaly anomaly) {
        return anomalies
                .keep(happening.after(anomaly, clock.instant()))
                .flatMap(kept -> kept
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new IllegalStateException("somebody else follows " + anomaly.id())));
    }
}
