package io.nowbridge.local.tdsynnex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that happens to an order after it was taken. */
sealed interface OrderEvent {

    /**
     * A box leaves.
     *
     * @param warehouse where it leaves from; empty for where it lies
     * @param tracking empty for one that is made up; an empty text for none; that of another box for more in the same
     * @param serialNumbers empty for some that are made up, of products that have any
     * @param apart whether what is left goes under an order number of its own
     */
    record Ship(
            int line,
            long quantity,
            OptionalInt warehouse,
            Optional<String> tracking,
            Optional<List<String>> serialNumbers,
            boolean apart)
            implements OrderEvent {}

    /** Somebody at the distributor takes some of a line out. */
    record Cancel(int line, long quantity) implements OrderEvent {}

    /** Some of a line is not there after all, or arrives on another day. */
    record BackOrder(int line, long quantity, LocalDate eta) implements OrderEvent {}

    /** What was to be looked at has been looked at, what was awaited is there. */
    record Release(int line) implements OrderEvent {}

    /** All that was shipped since the last time is invoiced. */
    record Bill() implements OrderEvent {}
}
