package io.nowbridge.local.servicenow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The business rules that administrators add as rows of {@code sys_script}: of these, the ones that only abort. */
final class ScriptedRules implements BusinessRule {

    private final Instance instance;

    ScriptedRules(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Row apply(Change change) {
        var on = change.before().isPresent() ? "action_update" : "action_insert";
        change.table().lineage().stream()
                .flatMap(table -> instance.records().with("sys_script", "collection", table).stream())
                .filter(rule -> rule.is("active") && rule.is("abort_action") && rule.is(on))
                .filter(rule -> isMet(rule.value("filter_condition"), change))
                .findFirst()
                .ifPresent(rule -> abort(rule, change));
        return change.row();
    }

    private boolean isMet(String condition, Change change) {
        var now = Times.FORMAT.parse(change.time(), LocalDateTime::from).toInstant(ZoneOffset.UTC);
        return matcher(change.caller(), now).matches(change.row(), EncodedQuery.parse(condition));
    }

    private QueryMatcher matcher(Caller caller, Instant now) {
        return new QueryMatcher(instance.schema(), instance.records(), instance.display(), caller, now);
    }

    private static void abort(Row rule, Change change) {
        throw Refusal.operationFailed(
                "Operation against file '%s' was aborted by Business Rule '%s^%s'. Business Rule Stack:%s"
                        .formatted(change.table().name(), rule.value("name"), rule.sysId(), rule.value("name")));
    }
}
