package io.nowbridge.local.servicenow;

/** Priority follows from impact and urgency; one that was sent is overwritten. */
final class PriorityRule implements BusinessRule {

    @Override
    public Row apply(Change change) {
        var row = change.row();
        if (!change.table().isA("incident") && !change.table().isA("problem")) {
            return row;
        }
        // The lookup table of the reference, 1-1 is 1 up to 3-3 is 5, is this sum.
        return Comparison.number(row.value("impact"))
                .flatMap(impact -> Comparison.number(row.value("urgency")).map(impact::add))
                .map(sum -> row.with("priority", String.valueOf(sum.intValue() - 1)))
                .orElse(row);
    }
}
