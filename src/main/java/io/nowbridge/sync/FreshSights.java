package io.nowbridge.sync;

import io.nowbridge.sync.FollowTicket.Patience;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketSearch.Sight;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks at tickets until they show the change that their desk has told of: what tells of a change may be faster than the
 * transaction that makes it visible.
 */
final class FreshSights {

    /**
     * What was seen.
     *
     * @param overdue when the desk says that the ticket changed, if it does not show that yet
     */
    record Look(Sight sight, Optional<Instant> overdue) {}

    private final Patience patience;

    FreshSights(Patience patience) {
        this.patience = patience;
    }

    Uni<Look> of(TicketDesk desk, Wakeup wakeup) {
        return look(desk, wakeup, patience.looks() - 1, patience.pause());
    }

    private static Uni<Look> look(TicketDesk desk, Wakeup wakeup, int more, Duration pause) {
        return desk.search()
                .see(List.of(wakeup.ticket()))
                .map(sights -> Optional.ofNullable(sights.get(wakeup.ticket())).orElseGet(Sight.Hidden::new))
                .map(sight -> new Look(sight, wakeup.changedAt().filter(at -> !isShown(at, sight))))
                .flatMap(look -> look.overdue().isEmpty() || more == 0
                        ? Uni.createFrom().item(look)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(pause)
                                .chain(() -> look(desk, wakeup, more - 1, pause.multipliedBy(2))));
    }

    // Where a desk does not say when a ticket changed, there is nothing to wait for.
    private static boolean isShown(Instant change, Sight sight) {
        return switch (sight) {
            case Sight.There there -> there.changedAt().filter(change::isAfter).isEmpty();
            case Sight.Gone gone -> false;
            case Sight.Hidden hidden -> false;
        };
    }
}
