package io.nowbridge.local.tdsynnex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Errors that are to be answered, inside of the body, before or after a service has done its work. */
final class OrderFailures {

    /**
     * One of them.
     *
     * @param service {@code PO}, {@code POStatus} or {@code invoice}
     * @param after whether the service does its work all the same
     */
    record Armed(String service, boolean after, String error, int times) {}

    // From appendix D of the specification of purchase orders; the details are worded by us.
    private static final Map<String, String> DETAILS = Map.of(
            "Server.DatabaseIssue", "The database cannot be reached.",
            "XML Content is Incomplete", "The document ends too early.",
            "Server.APIFault", "The service has failed.",
            "Server.Timeout", "PO_TIMEOUT: the session timed out. Wait, and try again.",
            "SYNNEX XML Server is not Available", "The server is down for maintenance.",
            "IP Address has not been Validated", "ValidateIP: the address is not validated yet.");

    private final List<Armed> armed = new ArrayList<>();

    void arm(Armed failure) {
        armed.add(failure);
    }

    void clear() {
        armed.clear();
    }

    /** Refuses if it is to. */
    void strike(String service, boolean after) {
        var next = armed.stream()
                .filter(failure -> failure.service().equals(service) && failure.after() == after)
                .findFirst();
        next.ifPresent(failure -> {
            armed.set(armed.indexOf(failure), new Armed(service, after, failure.error(), failure.times() - 1));
            armed.removeIf(spent -> spent.times() <= 0);
            throw XmlRefusal.of(failure.error(), DETAILS.getOrDefault(failure.error(), ""));
        });
    }
}
