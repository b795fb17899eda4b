package io.nowbridge.order;

import java.util.Locale;

/** How a line of an order, or all of it, stands at its distributor. */
public enum Status {
    /** It will be shipped. */
    ACCEPTED,
    /** A person at the distributor has to release it. */
    IN_REVIEW,
    /** It is not in stock. */
    BACKORDERED,
    /** Some of it was shipped. */
    PARTIALLY_SHIPPED,
    SHIPPED,
    /** All that was shipped is invoiced, and nothing is left to be shipped. */
    INVOICED,
    /** The distributor did not want it. */
    REJECTED,
    /** The distributor has taken it back. */
    DELETED;

    /** Whether all of it has left. */
    boolean hasLeft() {
        return switch (this) {
            case SHIPPED, INVOICED -> true;
            case ACCEPTED, IN_REVIEW, BACKORDERED, PARTIALLY_SHIPPED, REJECTED, DELETED -> false;
        };
    }

    /** As templates and answers write it: {@code partially-shipped}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it: {@code Partially shipped}. */
    public String words() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether nothing more is to come. */
    public boolean isOver() {
        return switch (this) {
            case INVOICED, REJECTED, DELETED -> true;
            case ACCEPTED, IN_REVIEW, BACKORDERED, PARTIALLY_SHIPPED, SHIPPED -> false;
        };
    }
}
