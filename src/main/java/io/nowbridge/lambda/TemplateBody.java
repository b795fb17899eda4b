package io.nowbridge.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request that says what a template is, as it comes over the wire. */
@RegisterForReflection
record TemplateBody(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String deskId,
        @Nullable String distributorId,
        @Nullable ScheduleBody schedule,
        @Nullable MappingsBody mappings,
        @Nullable Map<String, JsonNode> options) {

    /** Either every so many units, or a crontab line in a zone. */
    @RegisterForReflection
    record ScheduleBody(
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable String cron,
            @Nullable String zone) {}

    @RegisterForReflection
    record MappingsBody(
            @Nullable Map<String, @Nullable String> tables,
            @Nullable Map<String, @Nullable String> fields,
            @Nullable Map<String, @Nullable String> categories,
            @Nullable Map<String, @Nullable String> models,
            @Nullable Map<String, @Nullable String> units,
            @Nullable Map<String, @Nullable String> currencies,
            @Nullable Map<String, @Nullable String> statuses) {}
}
