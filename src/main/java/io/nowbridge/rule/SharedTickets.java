package io.nowbridge.rule;

import io.nowbridge.connection.TicketSettings;
import io.nowbridge.paging.Page;
import io.nowbridge.rule.Joining.Goal;
import io.nowbridge.rule.Recurrences.Series;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketDesks.Choice;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketSearch.Sight;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps the anomalies with one fingerprint on one ticket, for as long as it is open or its desk wants that. */
final class SharedTickets {

    private final Recurrences recurrences;
    private final TicketLinks links;
    private final TicketDesks desks;
    private final Joining joining;
    private final RuleTickets tickets;

    SharedTickets(Recurrences recurrences, TicketLinks links, TicketDesks desks, Joining joining, RuleTickets tickets) {
        this.recurrences = recurrences;
        this.links = links;
        this.desks = desks;
        this.joining = joining;
        this.tickets = tickets;
    }

    Uni<Void> open(Matched matched, String fingerprint) {
        return recurrences
                .find(matched.source(), fingerprint)
                .flatMap(found -> found.filter(series -> isFresh(series, matched))
                        .map(series -> goOn(matched, series))
                        .orElseGet(() -> begin(matched, fingerprint, found)));
    }

    private static boolean isFresh(Series series, Matched matched) {
        return series.lastAt().plus(matched.rule().form().recurrence()).isAfter(matched.now());
    }

    // Whoever is faster begins the series, and the others go on with it.
    private Uni<Void> begin(Matched matched, String fingerprint, Optional<Series> before) {
        var first = matched.anomaly().id();
        var series = before.map(former -> former.next(first, matched.now()))
                .orElseGet(() -> Series.first(fingerprint, first, matched.now()));
        return recurrences.keep(series).flatMap(kept -> kept ? openFor(matched, series) : open(matched, fingerprint));
    }

    private Uni<Void> openFor(Matched matched, Series series) {
        return tickets.open(
                matched, "series:%d:%s:%s".formatted(series.number(), matched.source(), series.fingerprint()));
    }

    // Without a ticket, it is being opened, or whoever was to open it has died: whoever comes opens the same one.
    private Uni<Void> goOn(Matched matched, Series series) {
        return Page.all(request -> links.ofAnomaly(series.first(), request))
                .collect()
                .asList()
                .map(all -> all.stream()
                        .max(Comparator.comparing(linked -> linked.link().createdAt())))
                .flatMap(latest ->
                        latest.map(linked -> goOn(matched, series, linked)).orElseGet(() -> openFor(matched, series)));
    }

    private Uni<Void> goOn(Matched matched, Series series, LinkedTicket linked) {
        var fingerprint = series.fingerprint();
        return goal(linked)
                .flatMap(goal -> goal.map(ticket -> join(matched, series, ticket))
                        .orElseGet(() -> begin(matched, fingerprint, Optional.of(series))));
    }

    /** What becomes of the ticket; empty if it is to be followed by another. */
    private Uni<Optional<Goal>> goal(LinkedTicket linked) {
        return desks.choose(Optional.of(linked.link().connection()), Optional.empty())
                .flatMap(choice -> switch (choice) {
                    case Choice.Chosen(var desk, var settings) ->
                        desk.search()
                                .see(List.of(linked.ref()))
                                .map(sights -> Objects.requireNonNull(sights.get(linked.ref())))
                                .map(sight -> goal(linked, sight, settings));
                    // The note waits until something flows there again.
                    case Choice.Closed closed -> Uni.createFrom().item(Optional.of(again(linked, linked.ticket())));
                    case Choice.NotOne none -> Uni.createFrom().item(Optional.empty());
                });
    }

    // What we cannot see is nothing that more could be told to.
    private static Optional<Goal> goal(LinkedTicket linked, Sight sight, TicketSettings settings) {
        return switch (sight) {
            case Sight.There there -> goal(linked, there.ticket(), settings);
            case Sight.Gone gone -> Optional.empty();
            case Sight.Hidden hidden -> Optional.empty();
        };
    }

    private static Optional<Goal> goal(LinkedTicket linked, Ticket ticket, TicketSettings settings) {
        var note = again(linked, ticket);
        if (!settings.isClosed(ticket.table(), ticket.stateCode())) {
            return Optional.of(note);
        }
        return switch (settings.closedTickets()) {
            case UPDATE -> Optional.of(note);
            case REOPEN -> Optional.of(note.reopening(settings.reopenState(ticket.table())));
            case NEW -> Optional.empty();
        };
    }

    private static Goal again(LinkedTicket linked, Ticket ticket) {
        return new Goal(linked.ref(), ticket, RuleTickets.AGAIN, Optional.empty());
    }

    // Where somebody else has noted another recurrence meanwhile, that does as well.
    private Uni<Void> join(Matched matched, Series series, Goal goal) {
        return recurrences.keep(series.again(matched.now())).chain(() -> joining.join(matched, goal));
    }
}
