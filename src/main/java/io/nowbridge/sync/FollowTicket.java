package io.nowbridge.sync;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.paging.Page;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketSearch.Sight;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a ticket that may have changed, remembers what its links are to show, and tells the anomaly platform what the
 * connection says it shall hear.
 *
 * <p>Whatever ends it in between, it may be repeated.
 */
public final class FollowTicket {

    // More than are shown: those of people may be hidden among many that we wrote since the last look.
    private static final int NOTES = 100;

    // Longer than a message waits in its queue while all goes well.
    private static final Duration WAITED = Duration.ofHours(1);

    /**
     * How long to wait for a change to be shown that the desk has told of.
     *
     * @param looks how often to look at most
     * @param pause between the first look and the second; each further one is twice as long
     */
    public record Patience(int looks, Duration pause) {}

    /** What became of looking at a ticket. */
    public sealed interface Outcome {

        record Followed(SeenTicket seen) implements Outcome {}

        /** The same, but the change that its desk has told of was not shown yet: the next pull comes back to it. */
        record NotYet(SeenTicket seen) implements Outcome {}

        /** No anomaly is linked to it. */
        record NotLinked() implements Outcome {}

        /** Nothing flows over its connection now. */
        record Closed() implements Outcome {}

        /** Whether it is there, cannot be seen. */
        record Hidden() implements Outcome {}

        /** One of the two systems cannot be asked now: the next pull comes back to it. */
        record Later(String cause) implements Outcome {}
    }

    private final TicketDesks desks;
    private final TicketLinks links;
    private final SeenTickets seen;
    private final FreshSights sights;
    private final TellAnomalies anomalies;
    private final PullMarks pulls;
    private final InstantSource clock;

    FollowTicket(
            TicketDesks desks,
            TicketLinks links,
            SeenTickets seen,
            FreshSights sights,
            TellAnomalies anomalies,
            PullMarks pulls,
            InstantSource clock) {
        this.desks = desks;
        this.links = links;
        this.seen = seen;
        this.sights = sights;
        this.anomalies = anomalies;
        this.pulls = pulls;
        this.clock = clock;
    }

    public Uni<Outcome> run(Wakeup wakeup) {
        var ref = wakeup.ticket();
        return Page.all(request -> links.ofTicket(ref, request))
                .collect()
                .asList()
                .flatMap(linked -> linked.isEmpty()
                        ? Uni.createFrom().item(new Outcome.NotLinked())
                        : desks.choose(Optional.of(ref.connection()), Optional.empty())
                                .flatMap(choice -> switch (choice) {
                                    case TicketDesks.Choice.Chosen(var desk, var settings) ->
                                        look(wakeup, linked, desk, settings);
                                    case TicketDesks.Choice.Closed closed ->
                                        Uni.createFrom().item(new Outcome.Closed());
                                    case TicketDesks.Choice.NotOne removed ->
                                        Uni.createFrom().item(new Outcome.Closed());
                                }));
    }

    private Uni<Outcome> look(Wakeup wakeup, List<LinkedTicket> linked, TicketDesk desk, TicketSettings settings) {
        var ref = wakeup.ticket();
        return sights.of(desk, wakeup)
                .flatMap(look -> heed(look.sight(), ref, linked, desk, settings)
                        .flatMap(outcome -> look.overdue()
                                .map(change -> overdue(ref, change, outcome))
                                .orElseGet(() -> Uni.createFrom().item(outcome))))
                .onFailure(ConnectedSystemException.class)
                .recoverWithUni(failure -> later(ref, clock.instant().minus(WAITED), failure));
    }

    private Uni<Outcome> heed(
            Sight sight, TicketRef ref, List<LinkedTicket> linked, TicketDesk desk, TicketSettings settings) {
        return switch (sight) {
            case Sight.There there ->
                desk.changes().notes(ref, NOTES).flatMap(notes -> tell(linked, settings, seen(ref, there, notes)));
            case Sight.Gone gone -> keep(SeenTicket.gone(ref, linked.getFirst().ticket(), clock.instant()));
            case Sight.Hidden hidden -> Uni.createFrom().item(new Outcome.Hidden());
        };
    }

    private Uni<Outcome> overdue(TicketRef ref, Instant change, Outcome outcome) {
        // What a message says of the time is its sender's word: it shall not have the pull look through a whole table.
        var earliest = clock.instant().minus(WAITED);
        return pulls.rewind(ref.connection(), ref.table(), change.isBefore(earliest) ? earliest : change)
                .replaceWith(outcome instanceof Outcome.Followed(var seen) ? new Outcome.NotYet(seen) : outcome);
    }

    private Uni<Outcome> tell(List<LinkedTicket> linked, TicketSettings settings, SeenTicket now) {
        return anomalies
                .tell(linked, settings, now)
                .chain(() -> keep(now))
                .onFailure(ConnectedSystemException.class)
                .recoverWithUni(failure -> later(now.ref(), now.changedAt().orElse(now.seenAt()), failure));
    }

    private Uni<Outcome> later(TicketRef ref, Instant changed, Throwable failure) {
        return pulls.rewind(ref.connection(), ref.table(), changed)
                .replaceWith(new Outcome.Later(String.valueOf(failure.getMessage())));
    }

    private Uni<Outcome> keep(SeenTicket now) {
        var shown = now.withLatestNotes();
        return seen.keep(shown).replaceWith(new Outcome.Followed(shown));
    }

    private SeenTicket seen(TicketRef ref, Sight.There there, List<TicketNote> notes) {
        return new SeenTicket(
                ref,
                there.ticket(),
                there.assignedTo(),
                there.resolution(),
                there.changedAt(),
                notes,
                false,
                clock.instant());
    }
}
