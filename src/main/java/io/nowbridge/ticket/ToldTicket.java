package io.nowbridge.ticket;

import io.nowbridge.ticket.Linking.Job;
import io.nowbridge.ticket.TicketSearch.Described;
import io.nowbridge.ticket.TicketWriting.Entry;
import io.nowbridge.ticket.TicketWriting.Trace;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** A ticket as it is now, and what it is told, or was, about the anomaly that it is linked to. */
record ToldTicket(Described now, LinkWords words) {

    /** Reads it by its address, which names the table too: the desk need not look anywhere else. Empty if it is gone. */
    static Uni<Optional<ToldTicket>> read(Job job) {
        var wanted = job.ticket();
        return job.desk()
                .search()
                .named(wanted.url().toString())
                .map(found -> found.stream()
                        .filter(described -> described.ticket().id().equals(wanted.id()))
                        .findFirst())
                .flatMap(found -> found.map(now -> of(job, now).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<ToldTicket> of(Job job, Described now) {
        return job.desk().descriptionLength(job.ticket().table()).map(length -> {
            var platform = job.settings().platformName();
            var link = job.effort().link();
            return new ToldTicket(now, LinkWords.of(job.request().anomaly(), link, job.ref(), platform, length));
        });
    }

    Ticket ticket() {
        return now.ticket();
    }

    boolean isTold() {
        return words.areIn(now.description());
    }

    Entry entry() {
        return words.entry(now.description());
    }

    List<Warning> warnings() {
        return isTold() ? List.of() : words.warnings(now.description());
    }

    /** Whether an earlier attempt told it, as far as can be seen. */
    Uni<Trace> trace(Job job) {
        return isTold()
                ? Uni.createFrom().item(Trace.FOUND)
                : job.desk()
                        .writing()
                        .trace(job.ref(), words.reference().text())
                        .map(trace -> trace == Trace.BLIND && missesDetails() ? Trace.ABSENT : trace);
    }

    // What belongs into the description and is not there was not written, whether or not we may read notes.
    private boolean missesDetails() {
        return words.fitBelow(now.description());
    }
}
