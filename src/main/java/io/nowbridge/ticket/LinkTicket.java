package io.nowbridge.ticket;

import io.nowbridge.access.Rights;
import io.nowbridge.access.TeamRight;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.anomaly.Datastores;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.ticket.CreateTicket.Patience;
import io.nowbridge.ticket.Effort.Work;
import io.nowbridge.ticket.Linking.Job;
import io.nowbridge.ticket.TicketClaims.Attempt;
import io.nowbridge.ticket.TicketClaims.Claim;
import io.nowbridge.ticket.TicketSearch.Described;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Links a ticket that is there to an anomaly, and tells it about the anomaly, once: find, claim the ticket, look, write,
 * link. The claim is on the ticket, since the desk takes its description as a whole: two that each added to it at the same
 * time would leave one addition.
 */
public final class LinkTicket {

    /** What became of the request. */
    public sealed interface Outcome {

        record Linked(LinkedTicket answer) implements Outcome {}

        /** The two were linked before, and nothing has changed. */
        record AlreadyLinked(LinkedTicket answer) implements Outcome {}

        /** Somebody else is linking this ticket. */
        record InProgress() implements Outcome {}

        record Unfit(List<Misfit> misfits) implements Outcome {}

        record NoSuchConnection(List<ConnectionId> known) implements Outcome {}

        /** The connection is switched off or has no credentials. */
        record ConnectionClosed(ConnectionId connection, Connection.State state) implements Outcome {}

        record NotAllowed(String missing) implements Outcome {}

        /** The ticket may tell of the anomaly, or tell it yet, and nothing that the connection may read says so. */
        record Unconfirmed(LinkId link, Failure failure, Duration retryAfter) implements Outcome {}
    }

    private final Rights rights;
    private final Datastores datastores;
    private final TicketDesks desks;
    private final PatientClaims claims;
    private final Linking linking;
    private final TicketLog log;
    private final LinkIds linkIds;
    private final InstantSource clock;

    public LinkTicket(
            Rights rights,
            Datastores datastores,
            TicketDesks desks,
            TicketClaims claims,
            TicketLinks links,
            ActivityLog log,
            LinkIds linkIds,
            InstantSource clock,
            Patience patience) {
        this.rights = rights;
        this.datastores = datastores;
        this.desks = desks;
        this.claims = new PatientClaims(claims, clock, patience);
        this.log = new TicketLog(log, clock);
        this.linking = new Linking(claims, links, this.log, clock, patience.settling());
        this.linkIds = linkIds;
        this.clock = clock;
    }

    public Uni<Outcome> run(LinkRequest request) {
        return rights.missing(request.requester(), request.anomaly().id(), TeamRight.AUTHOR)
                .flatMap(missing -> missing.map(right -> item(new Outcome.NotAllowed(right)))
                        .orElseGet(() -> located(request).flatMap(this::chooseAndLink)));
    }

    // What a Member says of where the anomaly lies is not taken.
    private Uni<LinkRequest> located(LinkRequest request) {
        return request.requester().manages()
                ? Uni.createFrom().item(request)
                : datastores.of(request.anomaly().id()).map(request::in);
    }

    private Uni<Outcome> chooseAndLink(LinkRequest request) {
        return desks.choose(request.connection(), request.datastore()).flatMap(choice -> switch (choice) {
            case TicketDesks.Choice.Chosen(var desk, var settings) ->
                findAndLink(request, desk, settings, attempt(request, desk));
            case TicketDesks.Choice.Closed(var connection, var state) ->
                item(new Outcome.ConnectionClosed(connection, state));
            case TicketDesks.Choice.NotOne(var known) -> item(new Outcome.NoSuchConnection(known));
        });
    }

    private Attempt attempt(LinkRequest request, TicketDesk desk) {
        var link = new Link(
                linkIds.next(),
                request.anomaly().id(),
                desk.connection(),
                request.requester().subject(),
                clock.instant());
        return new Attempt(linkIds.next().toString(), link);
    }

    private Uni<Outcome> findAndLink(LinkRequest request, TicketDesk desk, TicketSettings settings, Attempt attempt) {
        return desk.search()
                .named(request.ticket())
                .onFailure(ConnectedSystemException.class)
                .call(failure -> log.failed(
                        Work.LINKING,
                        attempt,
                        List.of(Failure.of(request.anomaly().id().id(), failure))))
                .flatMap(found -> found.size() == 1
                        ? claimAndLink(request, desk, settings, found.getFirst().ticket(), attempt)
                        : refuse(attempt, misfit(request.ticket(), found)));
    }

    private static Misfit misfit(String reference, List<Described> found) {
        var numbers = found.stream()
                .map(described -> described.ticket().number() + " at "
                        + described.ticket().url())
                .collect(Collectors.joining(", "));
        return new Misfit(
                "ticket",
                found.isEmpty()
                        ? "No ticket that the integration user may see has this number, id or address: " + reference
                        : "It names several tickets; send the address of one: " + numbers);
    }

    private Uni<Outcome> refuse(Attempt attempt, Misfit misfit) {
        return log.failed(Work.LINKING, attempt, List.of(misfit.failure()))
                .replaceWith(new Outcome.Unfit(List.of(misfit)));
    }

    private Uni<Outcome> claimAndLink(
            LinkRequest request, TicketDesk desk, TicketSettings settings, Ticket ticket, Attempt attempt) {
        var key = RequestKey.turnAt(new TicketRef(desk.connection(), ticket.table(), ticket.id()));
        return claims.claim(key, attempt).flatMap(claim -> switch (claim) {
            case Claim.Granted(var link) ->
                linking.run(new Job(
                        request,
                        desk,
                        settings,
                        ticket,
                        new Effort(Work.LINKING, key, attempt, link, Optional.of(ticket.number()), Optional.empty())));
            case Claim.TakenOver(var left, var settles) -> {
                // What was left may have been about another anomaly.
                var link = left.anomaly().equals(request.anomaly().id()) ? left : attempt.link();
                yield linking.run(new Job(
                        request,
                        desk,
                        settings,
                        ticket,
                        new Effort(Work.LINKING, key, attempt, link, Optional.of(ticket.number()), settles)));
            }
            case Claim.Held() -> item(new Outcome.InProgress());
            case Claim.Completed completed -> throw new IllegalStateException("a turn is given up, not completed");
            case Claim.Mismatched() -> throw new IllegalStateException("all turns at a ticket have one content");
        });
    }

    private static Uni<Outcome> item(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
