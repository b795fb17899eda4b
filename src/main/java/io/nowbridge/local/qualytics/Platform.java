package io.nowbridge.local.qualytics;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the instance knows: anomalies in the API's own shape, comments, and where its flow sends events. */
final class Platform {

    private final TreeMap<Integer, JsonObject> anomalies = new TreeMap<>();
    private final TreeMap<Integer, JsonObject> comments = new TreeMap<>();
    private final Runnable changed;
    private Optional<Flow> flow = Optional.empty();
    private int lastId;
    private int lastEvent;

    /** Tells {@code changed} of every change. */
    Platform(Runnable changed) {
        this.changed = changed;
    }

    /** The newest first. */
    Stream<JsonObject> anomalies() {
        return anomalies.values().stream()
                .sorted(Comparator.comparing(Platform::created).reversed());
    }

    /** By its number or its UUID. */
    Optional<JsonObject> find(String key) {
        return anomalies.values().stream()
                .filter(anomaly -> key.equals(anomaly.getInteger("id").toString())
                        || key.equalsIgnoreCase(anomaly.getString("uuid")))
                .findFirst();
    }

    /** An anomaly as it is shown: with its comments. */
    JsonObject shown(JsonObject anomaly) {
        var own = comments().filter(comment -> comment.getValue("anomaly_id").equals(anomaly.getValue("id")));
        return anomaly.copy().put("comments", new JsonArray(own.toList()));
    }

    /** The newest first. */
    Stream<JsonObject> comments() {
        return comments.descendingMap().values().stream();
    }

    int nextId() {
        return ++lastId;
    }

    /** The number of the next event that is sent. */
    int nextEvent() {
        return ++lastEvent;
    }

    /** Keeps a new anomaly, or one that has changed. */
    void put(JsonObject anomaly) {
        anomalies.put(anomaly.getInteger("id"), anomaly);
        changed.run();
    }

    void delete(JsonObject anomaly) {
        anomalies.remove(anomaly.getInteger("id"));
        comments.values().removeIf(comment -> comment.getValue("anomaly_id").equals(anomaly.getValue("id")));
        changed.run();
    }

    JsonObject comment(JsonObject anomaly, Access.User by, String message, Instant now) {
        var comment = new JsonObject()
                .put("id", nextId())
                .put("created", now.toString())
                .put("message", message)
                .put("anomaly_id", anomaly.getValue("id"))
                .put("user", new JsonObject().put("id", by.id()).put("name", by.name()));
        comments.put(comment.getInteger("id"), comment);
        changed.run();
        return comment;
    }

    Optional<Flow> flow() {
        return flow;
    }

    void flow(Optional<Flow> next) {
        flow = next;
        changed.run();
    }

    void clear() {
        anomalies.clear();
        comments.clear();
        flow = Optional.empty();
        lastId = 0;
        changed.run();
    }

    JsonObject json() {
        var json = new JsonObject()
                .put("lastId", lastId)
                .put("lastEvent", lastEvent)
                .put("anomalies", copies(anomalies))
                .put("comments", copies(comments));
        flow.ifPresent(set -> json.put("flow", set.json()));
        return json;
    }

    void restore(JsonObject kept) {
        lastId = kept.getInteger("lastId");
        lastEvent = kept.getInteger("lastEvent");
        objects(kept, "anomalies").forEach(anomaly -> anomalies.put(anomaly.getInteger("id"), anomaly));
        objects(kept, "comments").forEach(comment -> comments.put(comment.getInteger("id"), comment));
        flow = Optional.ofNullable(kept.getJsonObject("flow")).map(Flow::of);
    }

    private static JsonArray copies(Map<Integer, JsonObject> all) {
        return new JsonArray(all.values().stream().map(JsonObject::copy).toList());
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }

    private static Instant created(JsonObject anomaly) {
        return Instant.parse(anomaly.getString("created"));
    }
}
