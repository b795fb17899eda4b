package io.nowbridge.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyId;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a flow of Qualytics sends by its n8n action: anomalies without their status, so that each only says that something
 * happened to it. Any part may be missing, of another type than documented, or unknown to us.
 *
 * <p>Source: Qualytics user guide, "Flows", the n8n action; the README of its n8n node writes {@code field} for
 * {@code fields}.
 */
final class FlowMessage {

    private static final String TRIGGERED = "qualytics.flow.triggered";

    private final JsonNode message;
    private final Origin origin;
    private final String key;

    FlowMessage(JsonNode message, byte[] body, Origin origin) {
        this.message = message;
        this.origin = origin;
        this.key = text(message.at("/flow/id"))
                .flatMap(flow -> text(message.at("/trigger/timestamp")).map(time -> flow + "/" + time))
                .orElseGet(() -> origin.key(body));
    }

    static boolean is(JsonNode message) {
        return text(message.path("event"))
                        .filter(event -> event.startsWith("qualytics."))
                        .isPresent()
                || (message.path("flow").isObject() && message.path("trigger").isObject());
    }

    Reading read() {
        if (!text(message.path("event")).orElse(TRIGGERED).equals(TRIGGERED)) {
            return new Reading.Events(List.of());
        }
        var anomalies = message.at("/context/anomalies");
        if (!anomalies.isArray() || anomalies.isEmpty()) {
            // A flow that an operation started tells of no anomaly, unless by its link.
            return new Reading.Events(text(message.path("target_link"))
                    .map(link -> LinkedAnomalies.events(link, key, origin))
                    .orElse(List.of()));
        }
        var isOnly = anomalies.size() == 1;
        var events = elements(anomalies).flatMap(node -> event(node, isOnly)).toList();
        return events.isEmpty() ? new Reading.Unrecognised() : new Reading.Events(events);
    }

    private Stream<AnomalyEvent> event(JsonNode node, boolean isOnly) {
        return text(node.path("id")).flatMap(origin::anomaly).stream()
                .map(id -> new AnomalyEvent(
                        Origin.eventId(key + "/" + id.id()),
                        instant(message.at("/trigger/timestamp")).orElse(origin.receivedAt()),
                        Optional.empty(),
                        anomaly(id, node, isOnly),
                        new AnomalyEvent.What.Triggered()));
    }

    // The checks and the link are the message's: of several anomalies, they might be any one's.
    private Anomaly anomaly(AnomalyId id, JsonNode node, boolean isOnly) {
        return new Anomaly(
                id,
                text(node.path("uuid")),
                text(node.path("type")),
                text(node.path("status")),
                Optional.empty(),
                id(node.path("fingerprint")),
                text(node.path("description")),
                id(message.at("/datastore/id"))
                        .map(datastore -> new Datastore(datastore, text(message.at("/datastore/name")))),
                text(node.path("container")),
                Stream.concat(texts(node.path("fields")), text(node.path("field")).stream())
                        .distinct()
                        .toList(),
                List.of(),
                isOnly
                        ? elements(message.at("/context/quality_checks"))
                                .map(check -> new FailedCheck(
                                        text(check.path("id")), text(check.path("name")), Optional.empty()))
                                .toList()
                        : List.of(),
                instant(node.path("created_at")),
                isOnly ? link() : Optional.empty());
    }

    private Optional<URI> link() {
        return text(message.path("target_link"))
                .filter(link -> !LinkedAnomalies.ids(link).isEmpty())
                .flatMap(FlowMessage::webAddress);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() || node.isNumber()
                ? Optional.of(WholeText.of(node)).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static Optional<String> id(JsonNode node) {
        return text(node).filter(Origin::isKeepable);
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isArray() ? elements(node).flatMap(element -> text(element).stream()) : text(node).stream();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }

    private static Optional<Instant> instant(JsonNode node) {
        try {
            return text(node).map(Origin::instant);
        } catch (DateTimeException e) {
            // Written otherwise than we know: as if it were missing.
            return Optional.empty();
        }
    }

    private static Optional<URI> webAddress(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            // Some text in its place: as if it were missing.
            return Optional.empty();
        }
    }
}
