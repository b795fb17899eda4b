package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.rule.Conditions;
import io.nowbridge.rule.OpeningRule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A rule, as it goes over the wire: what a request said, with everything filled in that it left out. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RuleReply(
        String id,
        String name,
        boolean enabled,
        int order,
        ConditionsReply conditions,
        Optional<String> connectionId,
        String table,
        Map<String, String> fields,
        int mostPerHour,
        long recurrenceDays) {

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ConditionsReply(
            Optional<String> source,
            Collection<String> datastores,
            Collection<String> tags,
            Collection<String> ruleTypes,
            Optional<Integer> minimumWeight,
            Collection<String> types) {}

    static RuleReply of(OpeningRule rule) {
        var form = rule.form();
        return new RuleReply(
                rule.id().value(),
                form.name(),
                form.enabled(),
                form.order(),
                of(form.conditions()),
                form.desk().map(ConnectionId::value),
                form.table(),
                form.fields(),
                form.mostPerHour(),
                form.recurrence().toDays());
    }

    private static ConditionsReply of(Conditions conditions) {
        return new ConditionsReply(
                conditions.source(),
                conditions.datastores(),
                conditions.tags(),
                conditions.ruleTypes(),
                conditions.minimumWeight(),
                conditions.types());
    }
}
