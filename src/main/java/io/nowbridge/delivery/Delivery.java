package io.nowbridge.delivery;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import io.nowbridge.ticket.NoteReference;
import io.nowbridge.ticket.TicketWriting.Entry;
import io.nowbridge.ticket.TicketWriting.Written;
import io.nowbridge.ticket.Warning;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Brings one update to its ticket: look, if it may be there already; announce, write, log, forget.
 *
 * <p>Whatever happens between two steps, the next attempt finds what the last one announced and looks for it first. What is
 * forgotten is logged before, and logging again changes nothing.
 */
final class Delivery {

    private final TicketUpdates updates;
    private final Setback setback;
    private final DeliveryLog log;
    private final InstantSource clock;
    private final Duration settling;

    Delivery(TicketUpdates updates, Setback setback, DeliveryLog log, InstantSource clock, Duration settling) {
        this.updates = updates;
        this.setback = setback;
        this.log = log;
        this.clock = clock;
        this.settling = settling;
    }

    Uni<Step> deliver(Errand errand, Waiting update) {
        return update.settles()
                .map(settles -> lookFirst(errand, update, settles))
                .orElseGet(() -> announceAndWrite(errand, update, log::arrived));
    }

    private Uni<Step> lookFirst(Errand errand, Waiting update, Instant settles) {
        return errand.writing()
                .trace(errand.ticket(), reference(update).text())
                .onItemOrFailure()
                .transformToUni((trace, failure) -> switch (failure) {
                    case null ->
                        switch (trace) {
                            case FOUND -> forget(update, log::arrived);
                            case ABSENT -> onceSettled(errand, update, settles, log::arrived);
                            case BLIND -> onceSettled(errand, update, settles, log::arrivedAtLeastOnce);
                        };
                    case ConnectedSystemException e -> setback.afterLooking(errand, update, e);
                    default -> Uni.createFrom().failure(failure);
                });
    }

    // What was sent and not answered may be carried out after this look, and after what comes next in the line.
    private Uni<Step> onceSettled(Errand errand, Waiting update, Instant settles, Entering entering) {
        return clock.instant().isBefore(settles)
                ? setback.unsettled(errand, update, settles)
                : announceAndWrite(errand, update, entering);
    }

    private Uni<Step> announceAndWrite(Errand errand, Waiting update, Entering entering) {
        var announced = update.settling(clock.instant().plus(settling));
        return updates.announce(update, errand.owner(), announced.settles().orElseThrow())
                .flatMap(ours -> ours
                        ? write(errand, update, announced, entering)
                        : Uni.createFrom().item(Step.TURN_ENDED));
    }

    private Uni<Step> write(Errand errand, Waiting before, Waiting announced, Entering entering) {
        return errand.writing()
                .write(errand.ticket(), entry(announced))
                .onItemOrFailure()
                .transformToUni((written, failure) -> switch (failure) {
                    case null ->
                        switch (written) {
                            case Written.Done(var ticket, var warnings) ->
                                forget(announced, warnings.isEmpty() ? entering : inPart(warnings));
                            case Written.Missing missing -> Uni.createFrom().item(Step.TICKET_GONE);
                        };
                    case ConnectedSystemException e when e.nothingHappened() -> setback.afterWriting(errand, before, e);
                    case ConnectedSystemException e
                    when e.answered() -> setback.afterWriting(errand, announced.settling(clock.instant()), e);
                    case ConnectedSystemException e -> setback.afterWriting(errand, announced, e);
                    default -> Uni.createFrom().failure(failure);
                });
    }

    private Entering inPart(List<Warning> warnings) {
        return update -> log.arrivedInPart(update, warnings);
    }

    private Uni<Step> forget(Waiting delivered, Entering entering) {
        return entering.enter(delivered.update())
                .chain(() -> updates.delivered(delivered))
                .replaceWith(Step.DONE);
    }

    private static Entry entry(Waiting waiting) {
        var update = waiting.update();
        var note = Optional.of(reference(waiting).under(update.note()));
        return new Entry(
                Optional.empty(),
                note.filter(text -> !update.forCustomer()),
                note.filter(text -> update.forCustomer()),
                update.state(),
                update.fields());
    }

    private static NoteReference reference(Waiting waiting) {
        return NoteReference.of(waiting.update().id());
    }

    /** How the log is told of an update that has arrived. */
    private interface Entering {

        Uni<Void> enter(TicketUpdate update);
    }
}
