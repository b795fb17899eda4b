package io.nowbridge.local.qualytics;

import io.nowbridge.local.qualytics.Happening.Kind;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What can be done to anomalies, by a person or through the API; what a flow tells of is told. */
final class Changes {

    private static final List<String> OPEN = List.of("Active", "Acknowledged");
    private static final List<String> ARCHIVED = List.of("Resolved", "Duplicate", "Invalid", "Discarded");

    private final Platform platform;
    private final Seed seed;
    private final Flows flows;
    private final InstantSource clock;

    Changes(Platform platform, Seed seed, Flows flows, InstantSource clock) {
        this.platform = platform;
        this.seed = seed;
        this.flows = flows;
        this.clock = clock;
    }

    /** Finds another anomaly: of the next trouble, except for what {@code given} says of it. */
    JsonObject create(JsonObject given) {
        var id = platform.nextId();
        var anomaly = seed.anomaly(id, seed.trouble(id).mergeIn(given), clock.instant());
        platform.put(anomaly);
        flows.tell(Kind.CREATED, anomaly, Optional.empty());
        return anomaly;
    }

    /** Marks an anomaly as open. */
    void mark(JsonObject anomaly, String status) {
        if (!OPEN.contains(status)) {
            throw Refusal.flaw("body", "status", "Input should be 'Active' or 'Acknowledged'");
        }
        change(anomaly, status, Kind.STATUS_CHANGED);
    }

    void archive(JsonObject anomaly, String status) {
        if (!ARCHIVED.contains(status)) {
            throw Refusal.flaw("query", "status", "Input should be 'Resolved', 'Duplicate', 'Invalid' or 'Discarded'");
        }
        change(anomaly, status, Kind.ARCHIVED);
    }

    /** Deletes an anomaly for good; nobody is told. */
    void delete(JsonObject anomaly) {
        platform.delete(anomaly);
    }

    JsonObject comment(JsonObject anomaly, Access.User by, String message, boolean forCustomer) {
        if (message.isBlank()) {
            throw Refusal.flaw("body", "message", "String should have at least 1 character");
        }
        var comment = platform.comment(anomaly, by, message, clock.instant());
        flows.tell(Kind.COMMENTED, anomaly, Optional.of(comment.copy().put("for_customer", forCustomer)));
        return comment;
    }

    // What is as it was before triggers nothing.
    private void change(JsonObject anomaly, String status, Kind kind) {
        if (!anomaly.getString("status").equals(status)) {
            platform.put(Seed.with(anomaly, status));
            flows.tell(kind, anomaly, Optional.empty());
        }
    }
}
