package io.nowbridge.servicenow;

import java.util.Map;
import java.util.Optional;

/** The incident that the recorded answers are about, before it was opened. */
final class Drafts {

    static final SysId SYS_ID = new SysId("1c741bd70b2322007518478d83673af3");
    static final TaskDraft TOTALS = withOtherFields(Map.of());

    static TaskDraft withOtherFields(Map<String, String> otherFields) {
        return new TaskDraft(
                SYS_ID,
                "nb-1",
                "Nowbridge",
                "Totals are off",
                "3 rows of orders",
                Optional.of("inquiry"),
                Optional.empty(),
                Optional.of("2"),
                Optional.of("2"),
                Optional.of(new SysId("287ebd7da9fe198100f92cc8d1d2154e")),
                Optional.empty(),
                Optional.of(new SysId("6816f79cc0a8016401c5a33be04be441")),
                otherFields);
    }

    private Drafts() {}
}
