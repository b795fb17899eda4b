package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketRequest;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a request for a ticket; everything that is wrong with it ends up in one answer. */
final class TicketParser {

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    // What holds any sensible value, and keeps a hostile one from filling a ticket.
    private static final int NAME = 200;
    private static final int TEXT = 100_000;
    private static final int SHORT_DESCRIPTION = 160;
    private static final int MOST_FIELDS = 50;

    private final Fields fields = new Fields();

    static TicketRequest parse(APIGatewayV2HTTPEvent event, JsonBody json) {
        return new TicketParser().request(event, json);
    }

    private TicketRequest request(APIGatewayV2HTTPEvent event, JsonBody json) {
        var body = json.read(event, TicketBody.class, fields);
        var anomaly = new AnomalyParser(fields).ofPath(event, body.anomaly());
        var form = form(body);
        var connection = fields.optional("connectionId", body.connectionId(), ConnectionId::new);
        var key = fields.optional("Idempotency-Key", event.getHeaders().get("idempotency-key"), TicketParser::key);
        fields.check();
        return new TicketRequest(Requesters.of(event), anomaly, form, connection, key);
    }

    private TicketForm form(TicketBody body) {
        return new TicketForm(
                fields.optional("table", body.table(), NAME).orElse("incident"),
                fields.required("shortDescription", body.shortDescription(), SHORT_DESCRIPTION),
                fields.optional("description", body.description(), TEXT).orElse(""),
                fields.optional("category", body.category(), NAME),
                fields.optional("subcategory", body.subcategory(), NAME),
                fields.optional("impact", body.impact(), NAME),
                fields.optional("urgency", body.urgency(), NAME),
                fields.optional("assignmentGroup", body.assignmentGroup(), NAME),
                fields.optional("assignedTo", body.assignedTo(), NAME),
                fields.optional("caller", body.caller(), NAME),
                otherFields(body.fields()));
    }

    private SortedMap<String, String> otherFields(@Nullable Map<String, @Nullable String> others) {
        var kept = new TreeMap<String, String>();
        if (others != null && others.size() > MOST_FIELDS) {
            fields.refuse("fields", "has more than " + MOST_FIELDS + " columns");
            return kept;
        }
        Objects.requireNonNullElse(others, Map.<String, @Nullable String>of()).forEach((column, value) -> {
            var field = "fields." + column;
            if (!COLUMN.matcher(column).matches() || column.startsWith("sys_")) {
                fields.refuse(field, "is not the name of a column that can be set");
            }
            fields.optional(field, value, TEXT).ifPresent(text -> kept.put(column, text));
        });
        return kept;
    }

    private static String key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("has 1 to 255 visible ASCII characters");
        }
        return text;
    }
}
