package io.nowbridge.tdsynnex;

import java.util.Locale;

/** What TD SYNNEX says of an order, or of a line of it. */
public enum OrderCode {
    ACCEPTED,
    SHIPPED,
    /** It was shipped, and there is an invoice for it; not in the specification, but seen. */
    INVOICED,
    /** A sales representative has taken it back. */
    DELETED,
    /** There is none of this number. */
    NOT_FOUND,
    REJECTED;

    /** Whether TD SYNNEX has it. */
    public boolean isTaken() {
        return switch (this) {
            case ACCEPTED, SHIPPED, INVOICED -> true;
            case DELETED, NOT_FOUND, REJECTED -> false;
        };
    }

    /** Whether all of it has left. */
    boolean hasLeft() {
        return switch (this) {
            case SHIPPED, INVOICED -> true;
            case ACCEPTED, DELETED, NOT_FOUND, REJECTED -> false;
        };
    }

    /** The specification writes them in capitals and its samples do not; "not found" was seen as well. */
    static OrderCode of(String written) {
        return switch (written.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "")) {
            case "accepted" -> ACCEPTED;
            case "shipped" -> SHIPPED;
            case "invoiced" -> INVOICED;
            case "deleted" -> DELETED;
            case "notfound" -> NOT_FOUND;
            case "rejected" -> REJECTED;
            default -> throw new IllegalArgumentException("an unknown code");
        };
    }
}
