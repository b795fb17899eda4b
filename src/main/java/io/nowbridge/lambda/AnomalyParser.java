package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.lambda.TicketBody.AnomalyBody;
import io.nowbridge.lambda.TicketBody.CheckBody;
import io.nowbridge.lambda.TicketBody.Named;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the anomaly that a request is about: its id from the path, what else the caller knows from the body. */
final class AnomalyParser {

    static final AnomalyBody NOTHING_KNOWN =
            new AnomalyBody(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    // What holds any sensible value, and keeps a hostile one from filling a ticket.
    private static final int NAME = 200;
    private static final int TEXT = 100_000;

    private final Fields fields;

    /** Keeps what is wrong in {@code fields}. */
    AnomalyParser(Fields fields) {
        this.fields = fields;
    }

    /** The anomaly of the path; a nameless one where that is none, which {@code fields} tells of. */
    AnomalyId ofPath(APIGatewayV2HTTPEvent event) {
        var id = event.getPathParameters().get("anomalyId");
        fields.required("anomalyId", id, NAME);
        return fields.optional("anomalyId", id, AnomalyId::ofDefaultSource)
                .orElseGet(() -> AnomalyId.ofDefaultSource("unnamed"));
    }

    Anomaly ofPath(APIGatewayV2HTTPEvent event, @Nullable AnomalyBody body) {
        var anomaly = body == null ? NOTHING_KNOWN : body;
        if (anomaly.id() != null
                && !anomaly.id().equals(event.getPathParameters().get("anomalyId"))) {
            fields.refuse("anomaly.id", "is not the anomaly of the path");
        }
        return anomaly(ofPath(event), anomaly);
    }

    Anomaly anomaly(AnomalyId id, AnomalyBody body) {
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
                fields.optional("anomaly.detectedAt", body.detectedAt(), AnomalyParser::instant),
                fields.optional("anomaly.link", body.link(), AnomalyParser::webAddress));
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
