package io.nowbridge.rule;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.rule.Conditions.Judgement;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketWording;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Says what a rule would do about an anomaly, and does nothing. */
public final class TryRule {

    /** An anomaly to try a rule with. */
    public record Sample(RuleId rule, Anomaly anomaly) {}

    /**
     * What the rule would do.
     *
     * @param holds whether all its conditions hold, be it enabled or not
     * @param judgements each condition
     * @param ticket the ticket that it would open, were it enabled, asked first and not braked
     */
    public record Trial(OpeningRule rule, boolean holds, List<Judgement> judgements, TicketForm ticket) {

        public Trial {
            judgements = List.copyOf(judgements);
        }
    }

    private final Rules rules;
    private final Drafts drafts;

    public TryRule(Rules rules, TicketWording wording) {
        this.rules = rules;
        this.drafts = new Drafts(wording);
    }

    /** Empty if there is no such rule. */
    public Uni<Optional<Trial>> run(Sample sample) {
        return rules.find(sample.rule()).map(found -> found.map(rule -> trial(rule, sample.anomaly())));
    }

    private Trial trial(OpeningRule rule, Anomaly anomaly) {
        var conditions = rule.form().conditions();
        return new Trial(rule, conditions.hold(anomaly), conditions.judge(anomaly), drafts.own(rule.form(), anomaly));
    }
}
