package io.nowbridge.local.qualytics;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/**
 * An event as one of a flow's actions sends it.
 *
 * <p>Source: Qualytics user guide, "Flows", actions n8n, HTTP and Webhook: only n8n has a structured body, and none tells the
 * status; the other two send a text of their author's, whose tokens lead to the anomaly by {@code target_link} alone.
 */
record FlowMessage(MultiMap headers, Buffer body) {

    private static final String JSON = "application/json";

    static FlowMessage of(Flow flow, Happening happening, URI instance) {
        return switch (flow.mode()) {
            case N8N -> n8n(flow, body("anomaly", happening, instance, fields(happening)));
            case N8N_README -> n8n(flow, body("Anomaly", happening, instance, firstField(happening)));
            case HTTP_ACTION -> httpAction(flow, happening, instance);
            case WEBHOOK ->
                new FlowMessage(
                        headers("text/plain"), Buffer.buffer(words(happening) + " " + link(happening, instance)));
            case SIGNED -> SignedMessage.of(flow, happening, instance);
        };
    }

    static MultiMap headers(String contentType) {
        return MultiMap.caseInsensitiveMultiMap().add("Content-Type", contentType);
    }

    static String link(Happening happening, URI instance) {
        var anomaly = happening.anomaly();
        return instance + "/datastores/" + anomaly.getJsonObject("datastore").getInteger("id") + "/anomalies?id="
                + anomaly.getInteger("id");
    }

    private static FlowMessage n8n(Flow flow, JsonObject body) {
        var headers = headers(JSON);
        flow.secret().ifPresent(secret -> headers.add("x-qualytics-secret", secret));
        return new FlowMessage(headers, body.toBuffer());
    }

    private static FlowMessage httpAction(Flow flow, Happening happening, URI instance) {
        var headers = headers(JSON);
        flow.secret().ifPresent(secret -> headers.add("Authorization", "Bearer " + secret));
        var body = new JsonObject().put("message", words(happening)).put("target_link", link(happening, instance));
        return new FlowMessage(headers, body.toBuffer());
    }

    private static JsonObject body(String trigger, Happening happening, URI instance, JsonObject fields) {
        var anomaly = happening.anomaly();
        var check = anomaly.getJsonArray("failed_checks").getJsonObject(0).getJsonObject("quality_check");
        var told = new JsonObject()
                .put("id", anomaly.getInteger("id"))
                .put("type", anomaly.getString("type"))
                .put("description", anomaly.getString("description"))
                .put("container", anomaly.getJsonObject("container").getString("name"))
                .mergeIn(fields)
                .put("created_at", anomaly.getString("created"));
        var context = new JsonObject()
                .put("anomalies", new JsonArray().add(told))
                .put("containers", new JsonArray().add(anomaly.getJsonObject("container")))
                .put(
                        "quality_checks",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", check.getInteger("id"))
                                        .put("name", check.getString("description"))
                                        .put("status", "failed")));
        return new JsonObject()
                .put("event", "qualytics.flow.triggered")
                .put("flow", new JsonObject().put("id", 1).put("name", "Tell Nowbridge"))
                .put(
                        "trigger",
                        new JsonObject()
                                .put("type", trigger)
                                .put("timestamp", happening.at().toString()))
                .put("datastore", anomaly.getJsonObject("datastore"))
                .put("context", context)
                .put("target_link", link(happening, instance));
    }

    private static JsonObject fields(Happening happening) {
        return new JsonObject().put("fields", fieldNames(happening));
    }

    private static JsonObject firstField(Happening happening) {
        var names = fieldNames(happening);
        return names.isEmpty() ? new JsonObject() : new JsonObject().put("field", names.getString(0));
    }

    static JsonArray fieldNames(Happening happening) {
        var check = happening
                .anomaly()
                .getJsonArray("failed_checks")
                .getJsonObject(0)
                .getJsonObject("quality_check");
        return new JsonArray(check.getJsonArray("fields").stream()
                .map(field -> ((JsonObject) field).getString("name"))
                .toList());
    }

    private static String words(Happening happening) {
        var anomaly = happening.anomaly();
        return anomaly.getString("description") + " in "
                + anomaly.getJsonObject("container").getString("name") + ".";
    }
}
