package io.nowbridge.local.qualytics;

import io.nowbridge.local.standin.WebhookSignature;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Locale;

/** An event in the schema that Nowbridge defines, signed by Standard Webhooks 1.0.0 with HMAC-SHA256. */
final class SignedMessage {

    private SignedMessage() {}

    static FlowMessage of(Flow flow, Happening happening, URI instance) {
        var id = "msg_" + happening.at().getEpochSecond() + "_" + happening.number();
        var body = event(id, happening, instance).toBuffer();
        var headers = FlowMessage.headers("application/json");
        return new FlowMessage(
                WebhookSignature.sign(headers, flow.secret().orElseThrow(), id, happening.at(), body), body);
    }

    private static JsonObject event(String id, Happening happening, URI instance) {
        var event = new JsonObject()
                .put("version", 1)
                .put("id", id)
                .put("sequence", happening.number())
                .put("type", happening.kind().name().toLowerCase(Locale.ROOT))
                .put("time", happening.at().toString())
                .put("anomaly", anomaly(happening, instance));
        switch (happening.kind()) {
            case STATUS_CHANGED, ARCHIVED ->
                event.put("status", happening.anomaly().getString("status"));
            case COMMENTED -> event.put("comment", comment(happening.comment().orElseThrow()));
            case CREATED -> {
                // The anomaly says it all.
            }
        }
        return event;
    }

    private static JsonObject anomaly(Happening happening, URI instance) {
        var anomaly = happening.anomaly();
        return new JsonObject()
                .put("id", anomaly.getInteger("id").toString())
                .put("uuid", anomaly.getString("uuid"))
                .put("type", anomaly.getString("type"))
                .put("status", anomaly.getString("status"))
                .put("weight", anomaly.getInteger("weight"))
                .put("fingerprint", anomaly.getLong("fingerprint").toString())
                .put("description", anomaly.getString("description"))
                .put("datastore", datastore(anomaly.getJsonObject("datastore")))
                .put("container", anomaly.getJsonObject("container").getString("name"))
                .put("fields", FlowMessage.fieldNames(happening))
                .put("tags", names(anomaly.getJsonArray("global_tags")))
                .put("failedChecks", failedChecks(anomaly.getJsonArray("failed_checks")))
                .put("detectedAt", anomaly.getString("created"))
                .put("link", FlowMessage.link(happening, instance));
    }

    private static JsonObject datastore(JsonObject shown) {
        return new JsonObject().put("id", shown.getInteger("id").toString()).put("name", shown.getString("name"));
    }

    private static JsonArray names(JsonArray tags) {
        return new JsonArray(
                tags.stream().map(tag -> ((JsonObject) tag).getString("name")).toList());
    }

    private static JsonArray failedChecks(JsonArray shown) {
        return new JsonArray(shown.stream()
                .map(JsonObject.class::cast)
                .map(failed -> new JsonObject()
                        .put(
                                "id",
                                failed.getJsonObject("quality_check")
                                        .getInteger("id")
                                        .toString())
                        .put("name", failed.getString("message"))
                        .put("ruleType", failed.getJsonObject("quality_check").getString("rule_type")))
                .toList());
    }

    private static JsonObject comment(JsonObject written) {
        return new JsonObject()
                .put("id", written.getInteger("id").toString())
                .put("author", written.getJsonObject("user").getString("name"))
                .put("text", written.getString("message"))
                .put("forCustomer", written.getBoolean("for_customer", false));
    }
}
