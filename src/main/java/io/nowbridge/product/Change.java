package io.nowbridge.product;

import java.util.Set;

/**
 * What is to be done about one product at the desk.
 *
 * @param parts which of its records are not as wanted
 * @param imprint what is known of it once this is done
 * @param twins how many others of the same manufacturer's part number come before it in its plan
 */
public record Change(Action action, Set<Part> parts, DeskProduct wanted, DeskIds ids, Imprint imprint, int twins) {

    public Change {
        parts = Set.copyOf(parts);
    }

    /** The first, or the only one, of its part number. */
    public Change(Action action, Set<Part> parts, DeskProduct wanted, DeskIds ids, Imprint imprint) {
        this(action, parts, wanted, ids, imprint, 0);
    }

    /** The same, after so many others of its part number. */
    Change after(int others) {
        return new Change(action, parts, wanted, ids, imprint, others);
    }

    /** The same, of which it is known by now where its records are. */
    Change at(DeskIds known) {
        return new Change(action, parts, wanted, known, imprint, twins);
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
