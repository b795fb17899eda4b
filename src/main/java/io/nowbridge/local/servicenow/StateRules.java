package io.nowbridge.local.servicenow;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What follows from a task's state: its twin field, who resolved and closed it and when, whether it is active. */
final class StateRules implements BusinessRule {

    private static final Map<String, String> TWINS = Map.of("incident", "incident_state", "problem", "problem_state");
    private static final Map<String, Set<String>> CLOSED = Map.of(
            "incident", Set.of("7", "8"),
            "problem", Set.of("107"),
            "problem_task", Set.of("157"),
            "change_request", Set.of("3", "4"));
    private static final Set<String> CLOSED_TASK = Set.of("3", "4", "7");

    @Override
    public Row apply(Change change) {
        if (!change.table().isA("task")) {
            return change.row();
        }
        var row = withTwin(change);
        var mirrored = new Change(change.table(), change.before(), row, change.sent(), change.caller(), change.time());
        return mirrored.changes("state") ? row.with(consequences(mirrored)) : row;
    }

    // State and incident_state are one; whichever was sent wins, state if both were.
    private static Row withTwin(Change change) {
        var twin = TWINS.get(change.table().name());
        if (twin == null) {
            return change.row();
        }
        var leads = change.sent().containsKey(twin) && !change.sent().containsKey("state") ? twin : "state";
        var value = change.row().value(leads);
        return change.row().with(Map.of("state", value, twin, value));
    }

    private static Map<String, String> consequences(Change change) {
        var state = change.row().value("state");
        var closed = CLOSED.getOrDefault(change.table().name(), CLOSED_TASK).contains(state);
        var values = new HashMap<String, String>();
        values.put("active", String.valueOf(!closed));
        if (closed) {
            stamp(values, "closed", change);
        }
        if (change.table().isA("incident")) {
            incident(values, change, state);
        }
        values.keySet().removeIf(column -> change.table().column(column).isEmpty());
        return values;
    }

    private static void incident(Map<String, String> values, Change change, String state) {
        if (state.equals("6")
                || (state.equals("7") && change.row().value("resolved_at").isEmpty())) {
            stamp(values, "resolved", change);
        }
        if (!state.equals("3")) {
            values.put("hold_reason", "");
        }
        if (change.old("state").equals("6") && Set.of("1", "2", "3").contains(state)) {
            var reopened = Comparison.number(change.row().value("reopen_count"))
                    .map(count -> count.intValue() + 1)
                    .orElse(1);
            values.put("reopen_count", String.valueOf(reopened));
            values.put("reopened_by", change.caller().sysId());
            values.put("reopened_time", change.time());
        }
    }

    private static void stamp(Map<String, String> values, String what, Change change) {
        values.put(what + "_at", change.time());
        values.put(what + "_by", change.caller().sysId());
    }
}
