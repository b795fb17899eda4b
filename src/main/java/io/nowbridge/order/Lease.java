package io.nowbridge.order;

import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderWork.Conditions;
import io.nowbridge.order.OrderWork.Stores;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** That a worker has an order for a while, and nobody else writes it. */
final class Lease {

    private final OrderId id;
    private final String owner;
    private final Instant until;
    private final OrderLog log;
    private final Stores stores;
    private final Conditions conditions;

    /** A lease for a worker who has {@code time}. It lasts a margin longer, for clocks that differ. */
    Lease(OrderId id, Duration time, OrderLog log, Stores stores, Conditions conditions) {
        this.id = id;
        this.owner = conditions.ids().get();
        this.until = conditions.clock().instant().plus(time);
        this.log = log;
        this.stores = stores;
        this.conditions = conditions;
    }

    String owner() {
        return owner;
    }

    Instant end() {
        return until.plus(conditions.pace().margin());
    }

    /** Takes the order, as it is now; empty if there is none, or another has it. */
    Uni<Optional<Order>> take() {
        return stores.orders().take(id, owner, now(), end());
    }

    Uni<Void> giveBack() {
        return stores.orders().giveBack(id, owner);
    }

    /** Whether enough of it is left to send an order and to hear of it. */
    boolean hasTime() {
        return !now().plus(conditions.pace().sending()).isAfter(until);
    }

    /**
     * Keeps what an order has become, once the log knows; empty if it is not ours any more. Who wakes up after his lease says
     * nothing: what became of the order meanwhile, another has found out.
     */
    Uni<Optional<Order>> keep(Order before, Order next) {
        if (now().isAfter(end())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tell(before, next)
                .chain(() -> stores.orders().change(next, owner))
                .flatMap(written -> written
                        ? Uni.createFrom().item(Optional.of(next))
                        // The store may have repeated the write by itself, after an answer of its own was lost.
                        : take().map(found -> found.filter(next::equals)));
    }

    private Uni<Void> tell(Order before, Order next) {
        return isBeingSubmitted(before.stage()) && next.stage() != Stage.SUBMITTING
                ? log.submission(next)
                : Uni.createFrom().voidItem();
    }

    private static boolean isBeingSubmitted(Stage stage) {
        return switch (stage) {
            case READY, SUBMITTING, UNCONFIRMED -> true;
            case INVALID, HELD, PLACED, REJECTED, NEEDS_ATTENTION, DONE, HANDLED -> false;
        };
    }

    private Instant now() {
        return conditions.clock().instant();
    }
}
