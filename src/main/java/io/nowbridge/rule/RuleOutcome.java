package io.nowbridge.rule;

import io.nowbridge.setup.Flaw;
import java.util.List;

/** What became of a change to a rule. */
public sealed interface RuleOutcome {

    record Saved(OpeningRule rule) implements RuleOutcome {}

    record Removed() implements RuleOutcome {}

    record NoSuchRule() implements RuleOutcome {}

    /** Somebody else changed it since it was read. */
    record ChangedMeanwhile() implements RuleOutcome {}

    /** Some of its templates are none, or it names a connection that no tickets can go to. */
    record Unfit(List<Flaw> flaws) implements RuleOutcome {

        public Unfit {
            flaws = List.copyOf(flaws);
        }
    }
}
