package io.nowbridge.rule;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.sync.OwnStates;
import io.nowbridge.ticket.Link;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes an anomaly join a ticket that others have: a note on its way, and a link.
 *
 * <p>The link is made last, since an anomaly with a ticket is not brought here again; all before may be repeated, and is the
 * same for the same anomaly and ticket.
 */
final class Joining {

    private final TicketLinks links;
    private final TicketUpdates updates;
    private final DeliveryQueue queue;
    private final OwnStates states;
    private final ActivityLog log;
    private final InstantSource clock;

    Joining(
            TicketLinks links,
            TicketUpdates updates,
            DeliveryQueue queue,
            OwnStates states,
            ActivityLog log,
            InstantSource clock) {
        this.links = links;
        this.updates = updates;
        this.queue = queue;
        this.states = states;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A ticket to be joined.
     *
     * @param why what the note says of the anomaly
     * @param state the code of the state that the ticket is to get, if any
     */
    record Goal(TicketRef ref, Ticket ticket, String why, Optional<String> state) {

        Goal reopening(Optional<String> by) {
            return new Goal(ref, ticket, why, by);
        }

        String name(Matched matched) {
            return "%s#%s#%s".formatted(matched.source(), matched.anomaly().id().id(), ref);
        }
    }

    Uni<Void> join(Matched matched, Goal goal) {
        var name = goal.name(matched);
        var link = new Link(
                new LinkId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                matched.anomaly().id(),
                goal.ref().connection(),
                matched.rule().actor(),
                matched.at());
        return announce(goal)
                .chain(() -> updates.add(update(matched, goal, "join#" + name)))
                .chain(() -> queue.wake(List.of(goal.ref())))
                .chain(() -> log.record(entry(matched, goal, link)))
                .chain(() -> links.link(link, goal.ticket()));
    }

    private Uni<Void> announce(Goal goal) {
        return goal.state()
                .map(state -> states.announce(goal.ref(), state))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static TicketUpdate update(Matched matched, Goal goal, String id) {
        var anomaly = matched.anomaly();
        var note = TicketUpdate.note(
                id,
                goal.ref(),
                goal.ticket().number(),
                anomaly.id(),
                Drafts.note(anomaly, goal.why(), matched.at()),
                false,
                matched.rule().actor(),
                matched.now());
        return goal.state().map(state -> note.moving(state, Map.of())).orElse(note);
    }

    // Under the link's id and the event's time: an attempt that finishes what a crash left writes this entry over the
    // first.
    private Activity entry(Matched matched, Goal goal, Link link) {
        return new Activity(
                link.id().toString(),
                matched.at(),
                Duration.between(matched.now(), clock.instant()),
                Operation.LINK,
                "followAnomaly",
                goal.ref().connection(),
                matched.rule().actor(),
                Result.SUCCESS,
                Map.of(
                        "source", matched.anomaly().id().source(),
                        "anomaly", matched.anomaly().id().id(),
                        "ticket", goal.ticket().number(),
                        "link", link.id().toString()),
                List.of());
    }
}
