package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Difference;
import io.nowbridge.ticket.Warning;

/** Words what ServiceNow dropped or changed while it wrote the rest. */
final class NotStored {

    private NotStored() {}

    static Warning warning(Difference difference) {
        return new Warning(
                FormFields.named(difference.field()),
                difference.stored().isEmpty()
                        ? "ServiceNow did not store it: the integration user may not write it, or there is no such field."
                        : "ServiceNow stored it otherwise than sent.");
    }
}
