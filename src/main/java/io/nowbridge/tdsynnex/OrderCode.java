package io.nowbridge.tdsynnex;

import java.util.Locale;

/** What TD SYNNEX says of an order, or of a line of it. */
public enum OrderCode {
    ACCEPTED,
    SHIPPED,
    /** A sales representative has taken it back. */
    DELETED,
    /** There is none of this number. */
    NOT_FOUND,
    REJECTED;

    /** The specification writes them in capitals and its samples do not; "not found" was seen as well. */
    static OrderCode of(String written) {
        return switch (written.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "")) {
            case "accepted" -> ACCEPTED;
            case "shipped" -> SHIPPED;
            case "deleted" -> DELETED;
            case "notfound" -> NOT_FOUND;
            case "rejected" -> REJECTED;
            default -> throw new IllegalArgumentException("an unknown code");
        };
    }
}
