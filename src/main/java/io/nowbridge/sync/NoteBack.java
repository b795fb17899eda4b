package io.nowbridge.sync;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.sync.SyncLog.Telling;
import io.nowbridge.ticket.NoteReference;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.TicketNote;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Writes a ticket's note as a comment on its anomaly, once: after a first try it looks before it writes. */
final class NoteBack {

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final String TRIED = "tried";
    private static final String DONE = "done";

    private final Marks marks;
    private final OwnComments comments;
    private final SyncLog log;
    private final InstantSource clock;

    NoteBack(Marks marks, OwnComments comments, SyncLog log, InstantSource clock) {
        this.marks = marks;
        this.comments = comments;
        this.log = log;
        this.clock = clock;
    }

    Uni<Void> write(AnomalyPlatform platform, AnomalyId anomaly, TicketNote note, SeenTicket ticket) {
        var name = "note#" + ticket.ref() + "#" + note.id() + "#" + anomaly.source() + "#" + anomaly.id();
        return marks.find(name).flatMap(before -> switch (before.orElse("")) {
            case DONE -> Uni.createFrom().voidItem();
            case TRIED ->
                look(platform, anomaly, name)
                        .flatMap(found -> found.map(id -> written(name, anomaly, id))
                                .orElseGet(() -> write(platform, anomaly, note, ticket, name)));
            default -> mark(name, TRIED).chain(() -> write(platform, anomaly, note, ticket, name));
        });
    }

    private static Uni<Optional<String>> look(AnomalyPlatform platform, AnomalyId anomaly, String name) {
        return platform.findComment(anomaly, NoteReference.of(name).text());
    }

    private Uni<Void> write(
            AnomalyPlatform platform, AnomalyId anomaly, TicketNote note, SeenTicket ticket, String name) {
        var kind = note.forCustomer() ? "Comment" : "Work note";
        var text = "%s by %s on %s: %s"
                .formatted(
                        kind,
                        note.author(),
                        ticket.ticket().number(),
                        note.text().strip());
        var reference = NoteReference.of(name);
        var comment = comments.announce(anomaly.source(), reference)
                .chain(() -> platform.comment(anomaly, reference.under(text)))
                .flatMap(id -> written(name, anomaly, id));
        return log.logged(comment, new Telling(platform.connection(), anomaly, ticket, note.id(), note.at()))
                // It is in the log with its remedy, and no repeat would change it.
                .onFailure(Rejected.class)
                .recoverWithUni(() -> mark(name, DONE));
    }

    private Uni<Void> written(String name, AnomalyId anomaly, String comment) {
        return comments.written(anomaly.source(), NoteReference.of(name), comment)
                .chain(() -> mark(name, DONE));
    }

    private Uni<Void> mark(String name, String value) {
        return marks.keep(name, value, Optional.of(clock.instant().plus(REMEMBERED)));
    }
}
