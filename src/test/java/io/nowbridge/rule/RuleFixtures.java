package io.nowbridge.rule;

import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules that tests are about. */
public final class RuleFixtures {

    public static final Conditions NONE = new Conditions(
            Optional.empty(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), Optional.empty(), new TreeSet<>());

    private static final String TITLE = "{anomaly.container} is off";

    private RuleFixtures() {}

    /** A rule that holds of every anomaly. */
    public static OpeningRule rule(String id) {
        return rule(id, 100, NONE, TITLE, RuleForm.USUAL_BRAKE);
    }

    /** The same, with another brake. */
    static OpeningRule braked(String id, int mostPerHour) {
        return rule(id, 100, NONE, TITLE, mostPerHour);
    }

    /** The same, asked in this order, and only of anomalies with this tag. */
    static OpeningRule tagged(String id, int order, String tag, String title) {
        var conditions = new Conditions(
                Optional.empty(),
                new TreeSet<>(),
                new TreeSet<>(List.of(tag)),
                new TreeSet<>(),
                Optional.empty(),
                new TreeSet<>());
        return rule(id, order, conditions, title, RuleForm.USUAL_BRAKE);
    }

    /** A form that says everything. */
    public static RuleForm full() {
        var conditions = new Conditions(
                Optional.of("default"),
                new TreeSet<>(List.of("1", "2")),
                new TreeSet<>(List.of("finance", "sox")),
                new TreeSet<>(List.of("notNull")),
                Optional.of(-3),
                new TreeSet<>(List.of("record")));
        return new RuleForm(
                "Everything",
                false,
                7,
                conditions,
                Optional.of(new ConnectionId("demo")),
                "problem",
                new TreeMap<>(Map.of(
                        "shortDescription",
                        TITLE,
                        "assignmentGroup",
                        "Data",
                        "fields.u_dataset",
                        "{anomaly.container}")),
                25,
                Duration.ofDays(3));
    }

    private static OpeningRule rule(String id, int order, Conditions conditions, String title, int mostPerHour) {
        var form = new RuleForm(
                "Rule " + id,
                true,
                order,
                conditions,
                Optional.empty(),
                "incident",
                new TreeMap<>(Map.of("shortDescription", title, "impact", "2")),
                mostPerHour,
                RuleForm.USUAL_RECURRENCE);
        return new OpeningRule(new RuleId(id), form, 1);
    }
}
