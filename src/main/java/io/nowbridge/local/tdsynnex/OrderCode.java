package io.nowbridge.local.tdsynnex;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the status service says that something stands, as its samples write it: in lower case.
 *
 * <p>Sources: XML purchase order status 2.42; {@code invoiced} is not in it, and in a recorded answer of 2016.
 */
enum OrderCode {
    ACCEPTED,
    SHIPPED,
    INVOICED,
    DELETED,
    REJECTED;

    static final String NOT_FOUND = "notFound";

    static OrderCode of(PlacedOrder order, Portion portion) {
        return switch (portion.fate()) {
            case REJECTED -> REJECTED;
            case DELETED -> DELETED;
            case OPEN -> {
                if (order.outstanding(portion) > 0) {
                    yield ACCEPTED;
                }
                var invoiced = order.parcels(portion).stream().allMatch(Parcel::isInvoiced);
                yield invoiced ? INVOICED : SHIPPED;
            }
        };
    }

    /** An order stands where that part of it stands which is least far. */
    static OrderCode of(PlacedOrder order) {
        return Arrays.stream(values())
                .filter(code -> order.portions().stream().anyMatch(portion -> of(order, portion) == code))
                .findFirst()
                .orElse(REJECTED);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
