package io.nowbridge.local.servicenow;

import java.util.Map;
import java.util.Set;

/** Lets a change request move to the next state of its model only; any open change may be cancelled. */
final class ChangeTransitions implements BusinessRule {

    private static final String RULE = "Change Model: Check State Transition";
    private static final String RULE_ID = "d2f1b6c3535320107ec3ddeeff7b12c9";
    private static final String CANCELED = "4";
    private static final Map<String, String> NORMAL =
            Map.of("-5", "-4", "-4", "-3", "-3", "-2", "-2", "-1", "-1", "0", "0", "3");

    @Override
    public Row apply(Change change) {
        if (change.table().isA("change_request")
                && change.before().isPresent()
                && change.changes("state")
                && !next(change).contains(change.row().value("state"))) {
            throw Refusal.operationFailed(
                    "Operation against file '%s' was aborted by Business Rule '%s^%s'. Business Rule Stack:%s"
                            .formatted(change.table().name(), RULE, RULE_ID, RULE));
        }
        return change.row();
    }

    private static Set<String> next(Change change) {
        var state = change.old("state");
        if (!NORMAL.containsKey(state)) {
            return Set.of();
        }
        return Set.of(regular(state, change.row().value("type")), CANCELED);
    }

    // Standard changes are approved beforehand, emergencies are authorized without assessment.
    private static String regular(String state, String type) {
        return switch (state + " " + type) {
            case "-5 standard" -> "-2";
            case "-5 emergency" -> "-3";
            default -> NORMAL.getOrDefault(state, state);
        };
    }
}
