package io.nowbridge.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.webhook.Reading.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Reads what the business rule of {@code docs/setup/servicenow-business-rule.js} sends, in ServiceNow's own words: {@code
 * {"table": "incident", "sys_id": "9d38...", "sys_updated_on": "2026-01-05 09:00:00"}}. Without the last, which is in UTC,
 * the ticket is taken as it is shown.
 */
final class TicketMessages {

    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Pattern SYS_ID = Pattern.compile("[0-9a-f]{32}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final StrictJson json = new StrictJson();

    TicketReading read(Incoming message, ConnectionId connection) {
        try {
            var faults = new ArrayList<Fault>();
            var fields = new EventFields(json.read(message.body()), "", faults);
            var table = fields.required("table", name -> fields.text(name, TicketMessages::table));
            var id = fields.required("sys_id", name -> fields.text(name, TicketMessages::sysId));
            var changedAt = fields.text("sys_updated_on", TicketMessages::instant);
            return faults.isEmpty() && table.isPresent() && id.isPresent()
                    ? new TicketReading.Change(new Wakeup(new TicketRef(connection, table.get(), id.get()), changedAt))
                    : new TicketReading.NotOne(new Refusal.Faulty(faults));
        } catch (JsonProcessingException e) {
            return new TicketReading.NotOne(new Refusal.Unreadable(StrictJson.COMPLAINT));
        }
    }

    private static String table(String text) {
        return matching(TABLE, text, "is a table's name such as incident");
    }

    private static String sysId(String text) {
        return matching(SYS_ID, text, "has 32 hexadecimal digits");
    }

    private static Instant instant(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a time in UTC such as 2026-01-05 09:00:00", e);
        }
    }

    private static String matching(Pattern shape, String text, String demand) {
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException(demand);
        }
        return text;
    }
}
