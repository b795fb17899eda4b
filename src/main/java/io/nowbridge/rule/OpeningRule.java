package io.nowbridge.rule;

import io.nowbridge.anomaly.Anomaly;
import java.util.Comparator;

/**
 * A rule by which tickets are opened without a hand.
 *
 * @param revision counts the changes, from 1
 */
public record OpeningRule(RuleId id, RuleForm form, long revision) {

    /** The order in which rules are asked. */
    static final Comparator<OpeningRule> IN_ORDER = Comparator.<OpeningRule>comparingInt(
                    rule -> rule.form().order())
            .thenComparing(rule -> rule.id().value());

    boolean holdsOf(Anomaly anomaly) {
        return form.enabled() && form.conditions().hold(anomaly);
    }

    /** How the rule is called where it acts. */
    String actor() {
        return "rule:" + id;
    }
}
