package io.nowbridge.ticket;

import static java.util.stream.Collectors.groupingBy;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.TicketSearch.Sight;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks how linked tickets are now: one look at each connection's, all connections side by side, and no longer than the limit.
 * What was seen is remembered, and shown where a later look fails.
 */
public final class Refresh {

    private static final int CONCURRENCY = 16;

    private final TicketDesks desks;
    private final SeenTickets seen;
    private final InstantSource clock;
    private final Duration limit;

    /**
     * What a look brought.
     *
     * @param ticket as it is now or, where that is unknown, as it was known before
     * @param isNews whether something was seen that is to be remembered
     */
    private record Finding(SeenTicket ticket, boolean isNews, Optional<UnknownState> unknown) {

        static Finding unknown(SeenTicket known, UnknownState why) {
            return new Finding(known, false, Optional.of(why));
        }
    }

    public Refresh(TicketDesks desks, SeenTickets seen, InstantSource clock, Duration limit) {
        this.desks = desks;
        this.seen = seen;
        this.clock = clock;
        this.limit = limit;
    }

    Uni<List<ListedTicket>> of(List<LinkedTicket> linked) {
        return seen.findAll(linked.stream().map(LinkedTicket::ref).distinct().toList())
                .flatMap(remembered -> look(known(linked, remembered)))
                .call(this::keep)
                .map(findings -> linked.stream()
                        .map(link -> listed(link, Objects.requireNonNull(findings.get(link.ref()))))
                        .toList());
    }

    // A ticket that nobody has looked at since it was linked is known as it was then.
    private static Collection<SeenTicket> known(List<LinkedTicket> linked, Map<TicketRef, SeenTicket> remembered) {
        return linked.stream()
                .collect(Collectors.toMap(
                        LinkedTicket::ref,
                        link -> Optional.ofNullable(remembered.get(link.ref())).orElseGet(() -> asLinked(link)),
                        (one, other) -> one))
                .values();
    }

    private static SeenTicket asLinked(LinkedTicket linked) {
        return new SeenTicket(
                linked.ref(),
                linked.ticket(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                linked.link().createdAt());
    }

    private static ListedTicket listed(LinkedTicket linked, Finding finding) {
        return new ListedTicket(linked.link(), finding.ticket(), finding.unknown());
    }

    private Uni<Map<TicketRef, Finding>> look(Collection<SeenTicket> known) {
        var byConnection =
                known.stream().collect(groupingBy(ticket -> ticket.ref().connection()));
        return Multi.createFrom()
                .iterable(byConnection.entrySet())
                .onItem()
                .transformToUniAndMerge(connection -> look(connection.getKey(), connection.getValue()))
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    private Uni<Map<TicketRef, Finding>> look(ConnectionId connection, List<SeenTicket> known) {
        return desks.choose(Optional.of(connection), Optional.empty())
                .flatMap(choice -> switch (choice) {
                    case TicketDesks.Choice.Chosen(var desk, var settings) -> look(desk, known);
                    case TicketDesks.Choice.Closed(var id, var state) ->
                        unknown(known, ref -> UnknownState.closed(ref, state));
                    case TicketDesks.Choice.NotOne(var others) ->
                        unknown(known, ref -> UnknownState.removed(ref, others));
                })
                .ifNoItem()
                .after(limit)
                .recoverWithUni(() -> unknown(known, ref -> UnknownState.tooSlow(ref, limit)))
                .onFailure(ConnectedSystemException.class)
                .recoverWithUni(failure -> unknown(known, ref -> UnknownState.of(ref, failure)));
    }

    private Uni<Map<TicketRef, Finding>> look(TicketDesk desk, List<SeenTicket> known) {
        return desk.search()
                .see(known.stream().map(SeenTicket::ref).toList())
                .map(sights -> known.stream().collect(Collectors.toMap(SeenTicket::ref, ticket -> {
                    var sight = Optional.ofNullable(sights.get(ticket.ref())).orElseGet(Sight.Hidden::new);
                    return finding(ticket, sight, clock.instant());
                })));
    }

    private static Uni<Map<TicketRef, Finding>> unknown(List<SeenTicket> known, Function<TicketRef, UnknownState> why) {
        return Uni.createFrom()
                .item(known.stream()
                        .collect(Collectors.toMap(
                                SeenTicket::ref, ticket -> Finding.unknown(ticket, why.apply(ticket.ref())))));
    }

    private static Finding finding(SeenTicket known, Sight sight, Instant now) {
        return switch (sight) {
            case Sight.There(var ticket, var assignedTo, var resolution, var changedAt) ->
                new Finding(
                        new SeenTicket(
                                known.ref(), ticket, assignedTo, resolution, changedAt, known.notes(), false, now),
                        true,
                        Optional.empty());
            case Sight.Gone() -> new Finding(known.gone(now), true, Optional.of(UnknownState.deleted(known.ref())));
            case Sight.Hidden() -> Finding.unknown(known, UnknownState.hidden(known.ref()));
        };
    }

    // The notes were not looked at.
    private Uni<Void> keep(Map<TicketRef, Finding> findings) {
        return Multi.createFrom()
                .items(findings.values().stream().filter(Finding::isNews).map(Finding::ticket))
                .onItem()
                .transformToUni(seen::keepAllButNotes)
                .merge(CONCURRENCY)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
