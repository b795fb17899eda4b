package io.nowbridge.ticket;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.ticket.TicketDesk.Sight;
import io.nowbridge.ticket.TicketSearch.Described;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;

/** Looks for what an attempt that nobody finished has left at its desk. Writes nothing. */
final class Remains {

    private static final String AGAIN =
            " It is looked for again by itself, ever more rarely, until the request is forgotten.";

    private final TicketDesks desks;
    private final TicketLinks links;
    private final InstantSource clock;

    Remains(TicketDesks desks, TicketLinks links, InstantSource clock) {
        this.desks = desks;
        this.links = links;
        this.clock = clock;
    }

    Uni<Finding> of(Effort effort) {
        return effort.key()
                .turn()
                .map(ticket -> ofLinking(effort, ticket))
                .orElseGet(() -> sought(effort, desk -> ofOpening(effort, desk)));
    }

    private Uni<Finding> ofLinking(Effort effort, TicketRef ref) {
        return links.between(effort.link().anomaly(), ref)
                .flatMap(found -> found.map(linked -> item(linked(effort, linked)))
                        .orElseGet(() -> sought(effort, desk -> ofTelling(effort, ref, desk))));
    }

    // Linked by another request, the two need no second link.
    private static Finding linked(Effort effort, LinkedTicket linked) {
        return linked.link().equals(effort.link()) ? new Finding.Done(linked.ticket()) : new Finding.Nothing();
    }

    /** How a desk is asked. */
    private interface Search {

        Uni<Finding> at(TicketDesk desk);
    }

    private Uni<Finding> sought(Effort effort, Search search) {
        if (effort.settles().isEmpty()) {
            return item(never(effort));
        }
        return desks.choose(Optional.of(effort.link().connection()), Optional.empty())
                .flatMap(choice -> switch (choice) {
                    case TicketDesks.Choice.Chosen(var desk, var settings) ->
                        search.at(desk)
                                .onFailure(ConnectedSystemException.class)
                                .recoverWithItem(failure -> unseen(effort, failure));
                    case TicketDesks.Choice.Closed closed -> item(closed(effort));
                    case TicketDesks.Choice.NotOne other -> item(removed(effort));
                });
    }

    private Uni<Finding> ofOpening(Effort effort, TicketDesk desk) {
        return desk.look(effort.link().id(), effort.key().table()).map(sight -> switch (sight) {
            case Sight.Found(var ticket) -> new Finding.Done(ticket);
            case Sight.Absent() -> absent(effort);
            case Sight.Blind() -> blind(effort, "The desk shows the integration user no tickets", "the ticket table");
        });
    }

    private Uni<Finding> ofTelling(Effort effort, TicketRef ref, TicketDesk desk) {
        var reference = LinkWords.reference(effort.link().anomaly(), ref).text();
        return desk.search()
                .named(ref.id())
                .map(found -> found.stream()
                        .filter(described -> described.ticket().table().equals(ref.table()))
                        .findFirst())
                .flatMap(found -> found.map(described -> told(effort, ref, desk, described, reference))
                        .orElseGet(() -> item(gone(effort))));
    }

    private Uni<Finding> told(Effort effort, TicketRef ref, TicketDesk desk, Described described, String reference) {
        var done = new Finding.Done(described.ticket());
        return described.description().contains(reference)
                ? item(done)
                : desk.writing().trace(ref, reference).map(trace -> switch (trace) {
                    case FOUND -> done;
                    case ABSENT -> absent(effort);
                    case BLIND ->
                        blind(effort, "The integration user may not read the ticket's journal", "the journal");
                });
    }

    // What was sent and not answered may be carried out after this look.
    private Finding absent(Effort effort) {
        return effort.leftToSettle(clock.instant()).isPositive()
                ? unsure(effort, "The connected system may still be working on it", WhoCanFix.NOBODY, "Wait.")
                : never(effort);
    }

    private static Finding never(Effort effort) {
        return lost(
                effort,
                "The attempt broke off, and nothing came of it",
                WhoCanFix.CALLER,
                "Send the request again, if it is still wanted.");
    }

    private static Finding gone(Effort effort) {
        return lost(
                effort,
                "The attempt broke off, and its ticket was deleted or may no longer be seen",
                WhoCanFix.CALLER,
                "Send the request again, with a ticket that is there.");
    }

    private static Finding removed(Effort effort) {
        return lost(
                effort,
                "The attempt broke off, and its connection was removed",
                WhoCanFix.ADMINISTRATOR,
                "Look for a ticket that bears the link's id; Nowbridge cannot any more.");
    }

    private static Finding closed(Effort effort) {
        return unsure(
                effort,
                "The connection " + effort.link().connection() + " is switched off",
                WhoCanFix.ADMINISTRATOR,
                "Switch it on again.");
    }

    private static Finding blind(Effort effort, String cause, String what) {
        return unsure(
                effort, cause, WhoCanFix.ADMINISTRATOR, "Give the integration user the right to read " + what + ".");
    }

    private static Finding unseen(Effort effort, ConnectedSystemException failure) {
        return unsure(effort, String.valueOf(failure.getMessage()), WhoCanFix.of(failure), failure.remedy());
    }

    private static Finding lost(Effort effort, String cause, WhoCanFix who, String resolution) {
        return new Finding.Lost(new Failure(effort.subject(), cause, who, resolution));
    }

    private static Finding unsure(Effort effort, String cause, WhoCanFix who, String resolution) {
        return new Finding.Unsure(new Failure(
                effort.subject(),
                "The attempt broke off, and it cannot be told what came of it: " + cause,
                who,
                resolution + AGAIN));
    }

    private static Uni<Finding> item(Finding finding) {
        return Uni.createFrom().item(finding);
    }
}
