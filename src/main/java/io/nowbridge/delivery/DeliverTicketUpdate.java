package io.nowbridge.delivery;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketDesks.Choice;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Brings a ticket the updates that wait for it: in order, each once, one worker at a time.
 *
 * <p>Over a connection that is switched off or has no credentials nothing is tried, and nothing is given up: the updates wait
 * until it is open again.
 */
public final class DeliverTicketUpdate {

    /**
     * How long things take.
     *
     * @param lease how long a turn lasts; longer than the function may run, or two could be at work on one ticket
     * @param turn how long after its begin a turn takes up no further update
     * @param settling how long after it was announced a write that was not answered may still be carried out
     * @param longestPause how long a ticket is left alone at most after a try in vain
     */
    public record Pace(Duration lease, Duration turn, Duration settling, Duration longestPause) {}

    /**
     * What it works with.
     *
     * @param owners names each turn's worker, never the same twice
     */
    public record Parts(
            TicketUpdates updates,
            DeliveryQueue queue,
            TicketDesks desks,
            TicketLinks links,
            SeenTickets seen,
            ActivityLog log,
            InstantSource clock,
            RandomGenerator chance,
            Supplier<String> owners,
            Pace pace) {}

    private static final String CLOSED = "Nothing flows over the connection";
    private static final String OPEN_IT = "Enable or reconnect it: the notes are delivered then, in their order.";
    private static final String NO_CONNECTION = "The connection was removed";

    private final TicketUpdates updates;
    private final DeliveryQueue queue;
    private final TicketDesks desks;
    private final InstantSource clock;
    private final Supplier<String> owners;
    private final Pace pace;
    private final DeliveryLog log;
    private final Delivery delivery;
    private final LostTicket lost;

    public DeliverTicketUpdate(Parts parts) {
        this.updates = parts.updates();
        this.queue = parts.queue();
        this.desks = parts.desks();
        this.clock = parts.clock();
        this.owners = parts.owners();
        this.pace = parts.pace();
        this.log = new DeliveryLog(parts.log(), clock);
        var setback = new Setback(updates, queue, log, new Pauses(parts.chance(), pace.longestPause()), clock);
        this.delivery = new Delivery(updates, setback, log, clock, pace.settling());
        this.lost = new LostTicket(updates, parts.seen(), parts.links(), log, clock);
    }

    public Uni<Void> run(TicketRef ticket) {
        var owner = owners.get();
        return updates.take(ticket, owner, clock.instant(), pace.lease()).flatMap(turn -> switch (turn) {
            case TAKEN ->
                desks.choose(Optional.of(ticket.connection()), Optional.empty())
                        .flatMap(choice -> take(ticket, owner, choice));
            case HELD, NOT_YET, IDLE -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> take(TicketRef ticket, String owner, Choice choice) {
        return switch (choice) {
            case Choice.Chosen(var desk, var settings) -> work(errand(ticket, owner, desk));
            case Choice.Closed closed -> waitUntilOpen(ticket, owner);
            case Choice.NotOne unknown -> lost.drop(ticket, NO_CONNECTION).chain(() -> leave(ticket, owner));
        };
    }

    private Errand errand(TicketRef ticket, String owner, TicketDesk desk) {
        return new Errand(ticket, desk.writing(), owner, clock.instant().plus(pace.turn()));
    }

    private Uni<Void> work(Errand errand) {
        return Multi.createBy()
                .repeating()
                .uni(() -> first(errand))
                .whilst(step -> step == Step.DONE && clock.instant().isBefore(errand.ends()))
                .collect()
                .last()
                .flatMap(last -> switch (last) {
                    case DONE, LINE_EMPTY -> leave(errand.ticket(), errand.owner());
                    case TURN_ENDED -> Uni.createFrom().voidItem();
                    case TICKET_GONE ->
                        lost.markAndDrop(errand.ticket()).chain(() -> leave(errand.ticket(), errand.owner()));
                });
    }

    private Uni<Step> first(Errand errand) {
        return updates.first(errand.ticket())
                .flatMap(first -> first.map(update -> delivery.deliver(errand, update))
                        .orElseGet(() -> Uni.createFrom().item(Step.LINE_EMPTY)));
    }

    private Uni<Void> leave(TicketRef ticket, String owner) {
        return updates.leave(ticket, owner, clock.instant())
                .flatMap(isLeft ->
                        isLeft ? queue.wake(List.of(ticket)) : Uni.createFrom().voidItem());
    }

    // Whoever wakes what is due passes over closed connections, so that nothing runs in circles here.
    private Uni<Void> waitUntilOpen(TicketRef ticket, String owner) {
        return updates.first(ticket)
                .flatMap(first -> first.map(
                                waiting -> log.failed(waiting.update(), CLOSED, WhoCanFix.ADMINISTRATOR, OPEN_IT))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> updates.leave(ticket, owner, clock.instant()))
                .replaceWithVoid();
    }
}
