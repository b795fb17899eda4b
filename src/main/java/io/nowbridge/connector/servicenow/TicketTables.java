package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Mention;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where tickets are looked for. */
final class TicketTables {

    static final List<String> ALL = List.of("incident", "problem", "change_request", "sc_task");

    // As ServiceNow ships them; an instance may have others, which costs a further look.
    private static final Map<String, String> BY_PREFIX =
            Map.of("INC", "incident", "PRB", "problem", "CHG", "change_request", "SCTASK", "sc_task");

    private TicketTables() {}

    /** The tables to look in first; none if it is surely none of these. */
    static List<String> likely(Mention mention) {
        if (mention.table().isPresent()) {
            return mention.table().filter(ALL::contains).stream().toList();
        }
        return mention.sysId().isPresent() ? ALL : byNumber(mention.name());
    }

    private static List<String> byNumber(String number) {
        var prefix = number.replaceFirst("\\d+$", "").toUpperCase(Locale.ROOT);
        return BY_PREFIX.containsKey(prefix) ? List.of(BY_PREFIX.get(prefix)) : List.of();
    }
}
