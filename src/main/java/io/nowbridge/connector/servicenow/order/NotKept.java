package io.nowbridge.connector.servicenow.order;

import io.nowbridge.servicenow.Difference;

/** Words what an instance did not keep of what it was to show. */
final class NotKept {

    private NotKept() {}

    /** That a column holds something else; {@code of} says whose it is. */
    static String column(String of, Difference difference) {
        var stored = difference.stored();
        if (stored.isEmpty()) {
            return "%s of %s was not stored: the integration user may not write it, or there is no such field"
                    .formatted(difference.field(), of);
        }
        return difference.sent().startsWith(stored)
                ? "%s of %s was cut after %d characters: the column holds no more"
                        .formatted(difference.field(), of, stored.length())
                : "%s of %s stays \"%s\" in place of \"%s\": it is read-only, or a rule of the instance sets it"
                        .formatted(difference.field(), of, stored, difference.sent());
    }

    /** That none of the purchase order's columns can change any more. */
    static String received() {
        return "The purchase order has a receiving slip, so that ServiceNow keeps all its fields as they are;"
                + " notes and records of parcels still arrive, if the template maps them";
    }

    /** That there is nothing to write to. */
    static String gone(String of) {
        return "There is no record of " + of + " any more that the integration user sees";
    }

    /** That the instance refused, in its own words. */
    static String refused(String of, String reason) {
        return "ServiceNow refused to change %s: %s".formatted(of, reason);
    }
}
