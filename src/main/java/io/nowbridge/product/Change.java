package io.nowbridge.product;

import java.util.Set;

/**
 * What is to be done about one product at the desk.
 *
 * @param parts which of its records are not as wanted
 * @param imprint what is known of it once this is done
 */
public record Change(Action action, Set<Part> parts, DeskProduct wanted, DeskIds ids, Imprint imprint) {

    public Change {
        parts = Set.copyOf(parts);
    }

    /** Why something is done. */
    public enum Action {
        /** It was never written; the desk may have it all the same, and then it is adopted. */
        CREATE,
        UPDATE,
        /** It is sold no more: it stays, and cannot be ordered. */
        DEACTIVATE,
        /** Nothing is written: it is compared. */
        COMPARE
    }

    public Sku sku() {
        return wanted.sku();
    }

    /** Where it comes in a plan. */
    int place() {
        return action == Action.CREATE ? Chunk.created(sku()) : Chunk.known(sku());
    }
}
