package io.nowbridge.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Status;
import io.nowbridge.webhook.Reading.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Events in the form that this project defines, one or several: see {@code docs/events.md}. */
final class EventMessage {

    static final String VERSION = "version";
    static final String EVENTS = "events";

    private static final int MOST_EVENTS = 100;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private static final AnomalyId NAMELESS = AnomalyId.ofDefaultSource("nameless");

    private final String source;
    private final List<Fault> faults = new ArrayList<>();

    EventMessage(Origin origin) {
        this.source = origin.source();
    }

    static boolean is(JsonNode message) {
        return message.has(VERSION) || message.has(EVENTS);
    }

    Reading read(JsonNode message) {
        var fields = new EventFields(message, "", faults);
        var several = message.has(EVENTS) ? fields.objects(EVENTS) : List.of(fields);
        if (several.size() > MOST_EVENTS || (several.isEmpty() && faults.isEmpty())) {
            fields.refuse(EVENTS, "is a list of 1 to " + MOST_EVENTS + " events");
            return new Reading.Faulty(faults);
        }
        var events = several.stream().flatMap(each -> event(each).stream()).toList();
        return faults.isEmpty() ? new Reading.Events(events) : new Reading.Faulty(faults);
    }

    // What is missing is among the faults.
    private Optional<AnomalyEvent> event(EventFields fields) {
        var version = fields.required(VERSION, fields::integer);
        if (version.isPresent() && version.get() != AnomalyEvent.VERSION) {
            fields.refuse(VERSION, "is " + AnomalyEvent.VERSION + ", the only version there is");
            return Optional.empty();
        }
        var id = fields.required("id", name -> fields.text(name, EventMessage::id));
        var at = fields.required("time", fields::instant);
        var sequence = fields.count("sequence");
        var anomaly = fields.required("anomaly", fields::object).flatMap(this::anomaly);
        var what = fields.required("type", fields::text).flatMap(type -> what(type, fields));
        return id.isPresent() && at.isPresent() && anomaly.isPresent() && what.isPresent()
                ? Optional.of(new AnomalyEvent(id.get(), at.get(), sequence, anomaly.get(), what.get()))
                : Optional.empty();
    }

    private static Optional<? extends What> what(String type, EventFields fields) {
        return switch (type) {
            case "created" -> Optional.of(new What.Created());
            case "status_changed" -> status(fields).map(What.StatusChanged::new);
            case "archived" -> {
                var status = status(fields);
                if (status.isPresent() && !status.get().isArchived()) {
                    fields.refuse("status", "is that of an open anomaly");
                }
                yield status.map(What.StatusChanged::new);
            }
            case "commented" -> fields.required("comment", fields::object).flatMap(EventMessage::comment);
            default -> {
                fields.refuse("type", "is created, status_changed, archived or commented");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Status> status(EventFields fields) {
        return fields.required("status", name -> fields.text(name, EventMessage::status));
    }

    private static Optional<What.Commented> comment(EventFields fields) {
        var id = fields.id("id");
        var author = fields.text("author");
        var forCustomer = fields.flag("forCustomer");
        return fields.required("text", fields::text).map(text -> new What.Commented(id, author, text, forCustomer));
    }

    private Optional<Anomaly> anomaly(EventFields fields) {
        var id = fields.required("id", fields::id).flatMap(text -> anomalyId(fields, text));
        var status = fields.text("status", EventMessage::status).map(Status::label);
        // Without its id the rest is read all the same, for what may be wrong with it.
        var anomaly = new Anomaly(
                id.orElse(NAMELESS),
                fields.text("uuid"),
                fields.text("type"),
                status,
                fields.integer("weight"),
                fields.id("fingerprint"),
                fields.text("description"),
                fields.object("datastore").flatMap(EventMessage::datastore),
                fields.text("container"),
                fields.texts("fields"),
                fields.texts("tags"),
                fields.objects("failedChecks").stream()
                        .map(check -> new FailedCheck(check.id("id"), check.text("name"), check.text("ruleType")))
                        .toList(),
                fields.instant("detectedAt"),
                fields.webAddress("link"));
        return id.map(any -> anomaly);
    }

    private Optional<AnomalyId> anomalyId(EventFields fields, String text) {
        try {
            return Optional.of(new AnomalyId(source, text));
        } catch (IllegalArgumentException e) {
            fields.refuse("id", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Datastore> datastore(EventFields fields) {
        var name = fields.text("name");
        return fields.required("id", fields::id).map(id -> new Datastore(id, name));
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("has 1 to 128 visible ASCII characters");
        }
        return text;
    }

    private static Status status(String text) {
        return Status.labelled(text)
                .orElseThrow(() -> new IllegalArgumentException("is one of "
                        + String.join(
                                ", ",
                                Stream.of(Status.values()).map(Status::label).toList())));
    }
}
