package io.nowbridge.local.servicenow;

/** Priority follows from impact and urgency by the lookup table {@code dl_u_priority}; one that was sent is overwritten. */
final class PriorityRule implements BusinessRule {

    private final Instance instance;

    PriorityRule(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Row apply(Change change) {
        var row = change.row();
        if (!change.table().isA("incident") && !change.table().isA("problem")) {
            return row;
        }
        return instance.records()
                .all("dl_u_priority")
                .filter(rule -> rule.value("active").equals("true"))
                .filter(rule -> rule.value("impact").equals(row.value("impact"))
                        && rule.value("urgency").equals(row.value("urgency")))
                .findFirst()
                .map(rule -> row.with("priority", rule.value("priority")))
                .orElse(row);
    }
}
