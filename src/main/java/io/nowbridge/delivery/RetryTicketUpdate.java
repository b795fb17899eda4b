package io.nowbridge.delivery;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Repeat;
import io.nowbridge.activity.Repeat.Outcome.NotFromHere;
import io.nowbridge.activity.Repeat.Outcome.NotNow;
import io.nowbridge.activity.Repeat.Outcome.Retried;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import io.nowbridge.delivery.TicketUpdates.Whereabouts;
import io.nowbridge.ticket.PlainText;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tries now what waits for a ticket, or was given up, with another text where one is given.
 *
 * <p>The update stays the same one with the same reference: a text that has arrived after all is found, and none is written
 * beside it. Who changes the text of one that waits does so in the ticket's turn, when nobody is writing.
 */
public final class RetryTicketUpdate implements Repeat {

    private static final Retried ONE = new Retried(1);
    private static final NotNow AT_WORK = new NotNow("Somebody else is at work on the ticket");
    private static final NotFromHere OUT_OF_THE_LINE = new NotFromHere(
            "Look into the ticket: the update waits for it no more. If it is not there, add it by hand or link the ticket anew.");

    private final TicketUpdates updates;
    private final DeliveryQueue queue;
    private final InstantSource clock;
    private final Supplier<String> owners;
    private final Duration lease;

    /**
     * Tries updates again.
     *
     * @param owners names whoever takes a turn, never the same twice
     */
    public RetryTicketUpdate(
            TicketUpdates updates, DeliveryQueue queue, InstantSource clock, Supplier<String> owners, Duration lease) {
        this.updates = updates;
        this.queue = queue;
        this.clock = clock;
        this.owners = owners;
        this.lease = lease;
    }

    @Override
    public Set<String> functions() {
        return Set.of("deliverTicketUpdate");
    }

    // Its entry has the update's own id.
    @Override
    public Uni<Outcome> run(Activity entry, String by, Optional<String> note) {
        var text = note.map(PlainText::written);
        return updates.find(entry.id()).flatMap(found -> switch (found.orElse(null)) {
            case null -> Uni.createFrom().item(OUT_OF_THE_LINE);
            case Whereabouts.GivenUp(var dead) ->
                updates.unearth(dead.id(), text, clock.instant())
                        .flatMap(ticket -> ticket.map(this::wake)
                                .orElseGet(() -> Uni.createFrom().item(AT_WORK)));
            case Whereabouts.InLine(var waiting) -> hasten(waiting, text);
        });
    }

    private Uni<Outcome> hasten(Waiting waiting, Optional<String> note) {
        var ticket = waiting.update().ticket();
        return updates.hasten(ticket, clock.instant())
                .flatMap(any -> note.map(text -> reword(waiting, text)).orElseGet(() -> wake(ticket)));
    }

    private Uni<Outcome> reword(Waiting waiting, String text) {
        var ticket = waiting.update().ticket();
        var owner = owners.get();
        return updates.take(ticket, owner, clock.instant(), lease).flatMap(turn -> switch (turn) {
            case TAKEN ->
                updates.find(waiting.update().id())
                        .flatMap(found -> found.orElse(null) instanceof Whereabouts.InLine(var now)
                                ? updates.postpone(now.saying(text), owner, clock.instant())
                                        .chain(() -> wake(ticket))
                                : updates.leave(ticket, owner, clock.instant()).replaceWith(AT_WORK));
            case HELD, IDLE -> Uni.createFrom().item(AT_WORK);
            case NOT_YET ->
                Uni.createFrom().item(new NotNow("The connected system asked to be left alone for a while"));
        });
    }

    // Where this fails, it is woken as one that is due.
    private Uni<Outcome> wake(TicketRef ticket) {
        return queue.wake(List.of(ticket)).replaceWith(ONE);
    }
}
