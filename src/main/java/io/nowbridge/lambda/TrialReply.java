package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.rule.Conditions.Judgement;
import io.nowbridge.rule.TryRule.Trial;
import io.nowbridge.ticket.TicketForm;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule would do about an anomaly, as it goes over the wire. */
@RegisterForReflection
record TrialReply(boolean matches, boolean enabled, List<JudgementReply> conditions, Draft ticket) {

    @RegisterForReflection
    record JudgementReply(String condition, boolean holds, String wanted, String found) {

        static JudgementReply of(Judgement judgement) {
            return new JudgementReply(judgement.condition(), judgement.holds(), judgement.wanted(), judgement.found());
        }
    }

    /** The ticket that it would open, in the words of a request for one. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Draft(
            String table,
            String shortDescription,
            String description,
            Optional<String> category,
            Optional<String> subcategory,
            Optional<String> impact,
            Optional<String> urgency,
            Optional<String> assignmentGroup,
            Optional<String> assignedTo,
            Optional<String> caller,
            Map<String, String> fields) {

        static Draft of(TicketForm form) {
            return new Draft(
                    form.table(),
                    form.shortDescription(),
                    form.description(),
                    form.category(),
                    form.subcategory(),
                    form.impact(),
                    form.urgency(),
                    form.assignmentGroup(),
                    form.assignedTo(),
                    form.caller(),
                    form.fields());
        }
    }

    static TrialReply of(Trial trial) {
        return new TrialReply(
                trial.holds(),
                trial.rule().form().enabled(),
                trial.judgements().stream().map(JudgementReply::of).toList(),
                Draft.of(trial.ticket()));
    }
}
