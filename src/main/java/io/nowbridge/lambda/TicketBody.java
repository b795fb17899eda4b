package io.nowbridge.lambda;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request for a ticket, as it comes over the wire. */
@RegisterForReflection
record TicketBody(
        @Nullable String connectionId,
        @Nullable String table,
        @Nullable String shortDescription,
        @Nullable String description,
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String impact,
        @Nullable String urgency,
        @Nullable String assignmentGroup,
        @Nullable String assignedTo,
        @Nullable String caller,
        @Nullable Map<String, @Nullable String> fields,
        @Nullable AnomalyBody anomaly) {

    /** The anomaly as the platform describes it. */
    @RegisterForReflection
    record AnomalyBody(
            @Nullable String id,
            @Nullable String uuid,
            @Nullable String type,
            @Nullable String status,
            @Nullable Integer weight,
            @Nullable String fingerprint,
            @Nullable String description,
            @Nullable Named datastore,
            @Nullable String container,
            @Nullable List<@Nullable String> fields,
            @Nullable List<@Nullable String> tags,
            @Nullable List<@Nullable CheckBody> failedChecks,
            @Nullable String detectedAt,
            @Nullable String link) {}

    @RegisterForReflection
    record CheckBody(
            @Nullable String id,
            @Nullable String name,
            @Nullable String ruleType) {}

    @RegisterForReflection
    record Named(@Nullable String id, @Nullable String name) {}
}
