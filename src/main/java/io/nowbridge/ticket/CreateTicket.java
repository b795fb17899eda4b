package io.nowbridge.ticket;

import io.nowbridge.access.Rights;
import io.nowbridge.access.TeamRight;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Datastores;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.ticket.Effort.Work;
import io.nowbridge.ticket.Opening.Job;
import io.nowbridge.ticket.TicketClaims.Attempt;
import io.nowbridge.ticket.TicketClaims.Claim;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Opens a ticket for an anomaly, at most one per request key: claim, look, open, link. */
public final class CreateTicket {

    /** What became of the request. */
    public sealed interface Outcome {

        record Opened(LinkedTicket answer) implements Outcome {}

        /** A repeat: the ticket of the first request. */
        record AlreadyOpen(LinkedTicket answer) implements Outcome {}

        /** The first request is still under way. */
        record InProgress() implements Outcome {}

        /** The idempotency key belongs to a request with other content. */
        record KeyReused() implements Outcome {}

        record Unfit(List<Misfit> misfits) implements Outcome {}

        record NoSuchConnection(List<ConnectionId> known) implements Outcome {}

        /** The connection is switched off or has no credentials. */
        record ConnectionClosed(ConnectionId connection, Connection.State state) implements Outcome {}

        record NotAllowed(String missing) implements Outcome {}

        /** The ticket may be open, or be opened yet, and nothing that the connection may read tells. */
        record Unconfirmed(LinkId link, Failure failure, Duration retryAfter) implements Outcome {}
    }

    /**
     * How long to wait for others.
     *
     * @param times how often a repeat asks again before it is told that the first is under way
     * @param apart how long it waits in between
     * @param settling how long after it was announced a write that was not answered may still be carried out
     */
    public record Patience(int times, Duration apart, Duration settling) {}

    private final Rights rights;
    private final Datastores datastores;
    private final TicketDesks desks;
    private final PatientClaims claims;
    private final Opening opening;
    private final LinkIds linkIds;
    private final InstantSource clock;

    public CreateTicket(
            Rights rights,
            Datastores datastores,
            TicketDesks desks,
            TicketClaims claims,
            TicketLinks links,
            ActivityLog log,
            TicketWording wording,
            LinkIds linkIds,
            InstantSource clock,
            Patience patience) {
        this.rights = rights;
        this.datastores = datastores;
        this.desks = desks;
        this.claims = new PatientClaims(claims, clock, patience);
        this.opening = new Opening(claims, links, log, wording, clock, patience.settling());
        this.linkIds = linkIds;
        this.clock = clock;
    }

    public Uni<Outcome> run(TicketRequest request) {
        return run(request, RequestKey::of);
    }

    /**
     * The same for what acts by itself: at most one ticket under {@code name}, though the anomaly may have changed, and the
     * words with it, between two attempts.
     */
    public Uni<Outcome> runOnce(String name, TicketRequest request) {
        return run(request, (asked, desk) -> RequestKey.ours(name, asked.form().table()));
    }

    private Uni<Outcome> run(TicketRequest request, BiFunction<TicketRequest, ConnectionId, RequestKey> key) {
        return rights.missing(request.requester(), request.anomaly().id(), TeamRight.REPORTER)
                .flatMap(missing -> missing.map(right -> item(new Outcome.NotAllowed(right)))
                        .orElseGet(() -> located(request).flatMap(located -> chooseAndOpen(located, key))));
    }

    // Where the anomaly lies decides who may open tickets for it and where they go: what a Member says of that is not
    // taken.
    private Uni<TicketRequest> located(TicketRequest request) {
        return request.requester().manages()
                ? Uni.createFrom().item(request)
                : datastores.of(request.anomaly().id()).map(request::in);
    }

    private Uni<Outcome> chooseAndOpen(TicketRequest request, BiFunction<TicketRequest, ConnectionId, RequestKey> key) {
        return desks.choose(request.connection(), datastore(request)).flatMap(choice -> switch (choice) {
            case TicketDesks.Choice.Chosen(var desk, var settings) ->
                claimAndOpen(request, desk, settings, key.apply(request, desk.connection()));
            case TicketDesks.Choice.Closed(var connection, var state) ->
                item(new Outcome.ConnectionClosed(connection, state));
            case TicketDesks.Choice.NotOne(var known) -> item(new Outcome.NoSuchConnection(known));
        });
    }

    private static Optional<String> datastore(TicketRequest request) {
        return request.anomaly().datastore().map(Anomaly.Datastore::id);
    }

    private Uni<Outcome> claimAndOpen(TicketRequest request, TicketDesk desk, TicketSettings settings, RequestKey key) {
        var link = new Link(
                linkIds.next(),
                request.anomaly().id(),
                desk.connection(),
                request.requester().subject(),
                clock.instant());
        var attempt = new Attempt(linkIds.next().toString(), link);
        return claims.claim(key, attempt).flatMap(claim -> switch (claim) {
            case Claim.Granted(var granted) ->
                opening.run(new Job(
                        request,
                        desk,
                        settings,
                        new Effort(Work.OPENING, key, attempt, granted, Optional.empty(), Optional.empty())));
            case Claim.TakenOver(var left, var settles) ->
                opening.run(new Job(
                        request,
                        desk,
                        settings,
                        new Effort(Work.OPENING, key, attempt, left, Optional.empty(), settles)));
            case Claim.Held() -> item(new Outcome.InProgress());
            case Claim.Completed(var answer) -> item(new Outcome.AlreadyOpen(answer));
            case Claim.Mismatched() -> item(new Outcome.KeyReused());
        });
    }

    private static Uni<Outcome> item(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
