package io.nowbridge.sync;

import io.nowbridge.ticket.TicketChanges.Changed;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Says of changes, in the order of their times, which of them one look takes: so many, and what else changed in the second of
 * the last of them. A look that ended within a second would be followed by one that finds the same.
 */
final class OneLook implements Predicate<Changed> {

    private final int most;
    private int taken;
    private Instant last = Instant.MIN;

    OneLook(int most) {
        this.most = most;
    }

    @Override
    public boolean test(Changed change) {
        var isTaken = taken < most || change.at().equals(last);
        taken++;
        last = change.at();
        return isTaken;
    }
}
