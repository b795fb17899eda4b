package io.nowbridge.sync;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.connection.TicketSettings.NotesBack;
import io.nowbridge.sync.Baselines.Baseline;
import io.nowbridge.ticket.Link;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.TicketNote;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells the anomalies of a ticket what has changed about it: nothing, unless the desk's connection says so, and never what
 * was our own doing.
 */
final class TellAnomalies {

    private final AnomalyPlatforms platforms;
    private final Baselines baselines;
    private final OwnStates states;
    private final StatusBack statuses;
    private final NoteBack notes;

    TellAnomalies(
            AnomalyPlatforms platforms, Baselines baselines, OwnStates states, StatusBack statuses, NoteBack notes) {
        this.platforms = platforms;
        this.baselines = baselines;
        this.states = states;
        this.statuses = statuses;
        this.notes = notes;
    }

    /** What has been told is remembered last: whatever ends before that is told again, and heard once. */
    Uni<Void> tell(List<LinkedTicket> linked, TicketSettings settings, SeenTicket now) {
        return baselines
                .of(now.ref(), linked)
                .flatMap(before -> status(settings, before, now)
                        .flatMap(status -> tell(linked, status, written(settings, before, now), now))
                        .chain(() -> baselines.keep(now.ref(), before.after(now)))
                        .chain(() -> states.wasSeen(now.ref(), now.ticket().stateCode())));
    }

    private Uni<Optional<Status>> status(TicketSettings settings, Baseline before, SeenTicket now) {
        var state = now.ticket().stateCode();
        if (state.equals(before.state())) {
            return Uni.createFrom().item(Optional.empty());
        }
        var wanted = settings.statusOnState(now.ref().table(), state).flatMap(Status::labelled);
        return states.isOurs(now.ref(), state).map(ours -> wanted.filter(status -> !ours));
    }

    // Those of people, the oldest first. The last second that was told is looked at again: more may have come in it.
    private static List<TicketNote> written(TicketSettings settings, Baseline before, SeenTicket now) {
        return settings.notesBack() == NotesBack.NOTHING
                ? List.of()
                : now.notes().stream()
                        .filter(note -> !note.ours() && !note.at().isBefore(before.notesUntil()))
                        .sorted(Comparator.comparing(TicketNote::at))
                        .toList();
    }

    private Uni<Void> tell(
            List<LinkedTicket> linked, Optional<Status> status, List<TicketNote> written, SeenTicket now) {
        if (status.isEmpty() && written.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(linked)
                .map(LinkedTicket::link)
                .onItem()
                .transformToUniAndConcatenate(link -> platforms
                        .of(link.anomaly().source())
                        .flatMap(found -> found.map(platform -> tell(platform, link, status, written, now))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> tell(
            AnomalyPlatform platform, Link link, Optional<Status> status, List<TicketNote> written, SeenTicket now) {
        AnomalyId anomaly = link.anomaly();
        return Multi.createFrom()
                .iterable(written)
                .filter(note -> !note.at().isBefore(link.createdAt()))
                .onItem()
                .transformToUniAndConcatenate(note -> notes.write(platform, anomaly, note, now))
                .onItem()
                .ignoreAsUni()
                .chain(() -> status.map(wanted -> statuses.set(platform, anomaly, wanted, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
