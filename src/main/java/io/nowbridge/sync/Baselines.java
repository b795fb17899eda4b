package io.nowbridge.sync;

import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Up to where the anomalies of a ticket have been told about it; before that, the state it was linked in. */
final class Baselines {

    /**
     * What has been told.
     *
     * @param state the code of the state
     * @param notesUntil when the last note was written that has been told
     */
    record Baseline(String state, Instant notesUntil) {

        /** What has been told once everything that was seen is. */
        Baseline after(SeenTicket now) {
            var last = now.notes().stream().map(TicketNote::at).max(Comparator.naturalOrder());
            return new Baseline(
                    now.ticket().stateCode(), last.filter(notesUntil::isBefore).orElse(notesUntil));
        }
    }

    // No state has this code.
    private static final String UNTOLD = "";

    private final Marks marks;

    Baselines(Marks marks) {
        this.marks = marks;
    }

    Uni<Baseline> of(TicketRef ticket, List<LinkedTicket> linked) {
        return marks.find(name(ticket)).map(kept -> kept.map(Baselines::parse).orElseGet(() -> first(linked)));
    }

    Uni<Void> keep(TicketRef ticket, Baseline baseline) {
        return marks.keep(name(ticket), baseline.notesUntil() + " " + baseline.state(), Optional.empty());
    }

    /** Lets the state that was told last pass for one that nobody was told; what notes were told stays as it is. */
    Uni<Void> forgetState(TicketRef ticket) {
        return marks.find(name(ticket))
                .flatMap(kept -> kept.map(Baselines::parse)
                        .map(before -> keep(ticket, new Baseline(UNTOLD, before.notesUntil())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Baseline first(List<LinkedTicket> linked) {
        var first = linked.stream()
                .min(Comparator.comparing(ticket -> ticket.link().createdAt()))
                .orElseThrow();
        return new Baseline(first.ticket().stateCode(), first.link().createdAt());
    }

    private static Baseline parse(String text) {
        var blank = text.indexOf(' ');
        return new Baseline(text.substring(blank + 1), Instant.parse(text.substring(0, blank)));
    }

    private static String name(TicketRef ticket) {
        return "told#" + ticket;
    }
}
