package io.nowbridge.lambda;

import io.nowbridge.lambda.TicketBody.AnomalyBody;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request that says what a rule is, as it comes over the wire. */
@RegisterForReflection
record RuleBody(
        @Nullable String name,
        @Nullable Boolean enabled,
        @Nullable Integer order,
        @Nullable ConditionsBody conditions,
        @Nullable String connectionId,
        @Nullable String table,
        @Nullable Map<String, @Nullable String> fields,
        @Nullable Integer mostPerHour,
        @Nullable Integer recurrenceDays) {

    @RegisterForReflection
    record ConditionsBody(
            @Nullable String source,
            @Nullable List<@Nullable String> datastores,
            @Nullable List<@Nullable String> tags,
            @Nullable List<@Nullable String> ruleTypes,
            @Nullable Integer minimumWeight,
            @Nullable List<@Nullable String> types) {}

    /** An anomaly to try a rule with. */
    @RegisterForReflection
    record Sample(@Nullable String source, @Nullable AnomalyBody anomaly) {}
}
