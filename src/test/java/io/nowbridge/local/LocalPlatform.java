package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nowbridge.local.qualytics.QualyticsStandIn;
import java.net.URI;
import java.util.Map;

/** The anomaly platform of a local run, for tests in which something happens there. */
public final class LocalPlatform {

    private static final Map<String, String> ALLOWED = Map.of("Authorization", "Bearer " + QualyticsStandIn.TOKEN);

    private final JsonHttp http;
    private final URI address;

    LocalPlatform(JsonHttp http, URI address) {
        this.http = http;
        this.address = address;
    }

    /** Finds another anomaly; returns its id. */
    public String findAnomaly() {
        return found(JsonNodeFactory.instance.objectNode());
    }

    /** Finds an anomaly that it tells of in these words; returns its id. */
    public String findAnomaly(String message) {
        return found(JsonNodeFactory.instance
                .objectNode()
                .put("message", message)
                .put("description", message)
                .put("container", message)
                .put("check", message));
    }

    private String found(JsonNode trouble) {
        return http.order("POST", address.resolve("/__anomalies"), trouble.toString(), Map.of())
                .path("id")
                .asText();
    }

    /** An anomaly as it shows it. */
    public JsonNode anomaly(String id) {
        return http.order("GET", address.resolve("/api/anomalies/" + id), "", ALLOWED);
    }

    /** Marks an anomaly as Active or Acknowledged, as a person does. */
    public void mark(String id, String status) {
        http.order("PUT", address.resolve("/api/anomalies/" + id), "{\"status\": \"" + status + "\"}", ALLOWED);
    }

    /** How often it told of an anomaly, and was answered that it was taken. */
    public long news(String id) {
        return http.order("GET", address.resolve("/__flows"), "", Map.of())
                .path("deliveries")
                .valueStream()
                .filter(news -> news.path("anomaly").asText().equals(id)
                        && news.path("answer").asText().equals("202"))
                .count();
    }

    /** How many requests with that method it received. */
    public long requests(String method) {
        return http.requests(address, method, "/api").count();
    }

    /** How many requests with that method it received for an anomaly. */
    public long requests(String method, String id) {
        return http.requests(address, method, "/api/anomalies/" + id).count();
    }
}
