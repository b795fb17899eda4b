package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.lambda.TicketBody.AnomalyBody;
import io.nowbridge.lambda.TicketBody.CheckBody;
import io.nowbridge.lambda.TicketBody.Named;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a request for a ticket; everything that is wrong with it ends up in one answer. */
final class TicketParser {

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final AnomalyBody NOTHING_KNOWN =
            new AnomalyBody(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

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
        var id = event.getPathParameters().get("anomalyId");
        var anomalyId = fields.optional("anomalyId", id, AnomalyId::ofDefaultSource);
        fields.required("anomalyId", id, NAME);
        var anomaly = body.anomaly() == null ? NOTHING_KNOWN : body.anomaly();
        if (anomaly.id() != null && !anomaly.id().equals(id)) {
            fields.refuse("anomaly.id", "is not the anomaly of the path");
        }
        var form = form(body);
        var connection = fields.optional("connectionId", body.connectionId(), ConnectionId::new);
        var key = fields.optional("Idempotency-Key", event.getHeaders().get("idempotency-key"), TicketParser::key);
        var context = anomaly(anomalyId.orElse(AnomalyId.ofDefaultSource("unnamed")), anomaly);
        fields.check();
        return new TicketRequest(Requesters.of(event), context, form, connection, key);
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

    private Anomaly anomaly(AnomalyId id, AnomalyBody body) {
        return new Anomaly(
                id,
                fields.optional("anomaly.uuid", body.uuid(), NAME),
                fields.optional("anomaly.type", body.type(), NAME),
                fields.optional("anomaly.status", body.status(), NAME),
                Optional.ofNullable(body.weight()),
                fields.optional("anomaly.fingerprint", body.fingerprint(), NAME),
                fields.optional("anomaly.description", body.description(), TEXT),
                datastore(body.datastore()),
                fields.optional("anomaly.container", body.container(), NAME),
                present(body.fields()).toList(),
                present(body.tags()).toList(),
                present(body.failedChecks()).map(this::failedCheck).toList(),
                fields.optional("anomaly.detectedAt", body.detectedAt(), TicketParser::instant),
                fields.optional("anomaly.link", body.link(), TicketParser::webAddress));
    }

    private Optional<Anomaly.Datastore> datastore(@Nullable Named body) {
        return Optional.ofNullable(body)
                .map(store -> new Anomaly.Datastore(
                        fields.required("anomaly.datastore.id", store.id(), NAME),
                        fields.optional("anomaly.datastore.name", store.name(), NAME)));
    }

    private Anomaly.FailedCheck failedCheck(CheckBody body) {
        return new Anomaly.FailedCheck(
                fields.optional("anomaly.failedChecks.id", body.id(), NAME),
                fields.optional("anomaly.failedChecks.name", body.name(), NAME),
                fields.optional("anomaly.failedChecks.ruleType", body.ruleType(), NAME));
    }

    private static <T> Stream<T> present(@Nullable List<@Nullable T> items) {
        return items == null ? Stream.empty() : items.stream().flatMap(Stream::ofNullable);
    }

    private static String key(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("has 1 to 255 visible ASCII characters");
        }
        return text;
    }

    // The platform writes a space where ISO 8601 has a T.
    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "is not an ISO 8601 time with its offset, such as 2026-01-05T09:00:00Z", e);
        }
    }

    private static URI webAddress(String text) {
        var complaint = "is not a web address that starts with http:// or https://";
        try {
            var address = new URI(text);
            if (address.getHost() == null
                    || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                throw new IllegalArgumentException(complaint);
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(complaint, e);
        }
    }
}
