package io.nowbridge.local.tdsynnex;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one of our orders has of a line of a purchase order; of open ones, no two have the same line and order number.
 *
 * @param orderNumber our own; empty for what is rejected
 * @param reason why it is rejected; empty otherwise
 * @param reference our own words for what was done with it
 */
record Portion(
        int line,
        String orderNumber,
        OrderType type,
        Fate fate,
        long quantity,
        int warehouse,
        Optional<LocalDate> eta,
        String reason,
        String reference) {

    /** Under which of the distributor's order types something goes. */
    enum OrderType {
        /** It is in stock. */
        SO,
        /** It is not in stock. */
        BO,
        /** A person has to release it: order type 99 in the answer to an order. */
        REVIEW
    }

    /** What becomes of a portion. */
    enum Fate {
        OPEN,
        /** Somebody at the distributor has taken it out. */
        DELETED,
        REJECTED
    }

    boolean isOpen() {
        return fate == Fate.OPEN;
    }

    Portion of(long other) {
        return new Portion(line, orderNumber, type, fate, other, warehouse, eta, reason, reference);
    }

    /** It is there, in that warehouse, under that number. */
    Portion sold(String itsNumber, int from) {
        return new Portion(line, itsNumber, OrderType.SO, fate, quantity, from, Optional.empty(), reason, reference);
    }

    /** It is expected. */
    Portion awaited(String itsNumber, LocalDate arrival) {
        return new Portion(
                line, itsNumber, OrderType.BO, fate, quantity, warehouse, Optional.of(arrival), reason, reference);
    }

    Portion deleted() {
        return new Portion(line, orderNumber, type, Fate.DELETED, quantity, warehouse, eta, reason, reference);
    }
}
