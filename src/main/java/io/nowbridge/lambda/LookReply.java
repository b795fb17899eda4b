package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.order.Looks.Look;
import io.nowbridge.order.OrderDesk.Passed;
import io.nowbridge.template.Template;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a template saw when it looked at its desk last.
 *
 * @param enabled whether the template is
 * @param nextAt when it looks again, if it does
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LookReply(
        String at,
        String by,
        long found,
        long taken,
        List<PassedReply> passed,
        List<EntryReply.Failed> failures,
        boolean enabled,
        Optional<String> nextAt) {

    /** Purchase orders that were not taken, and which condition kept them. */
    @RegisterForReflection
    record PassedReply(String status, String condition, long count) {

        static PassedReply of(Passed passed) {
            return new PassedReply(passed.status(), passed.condition(), passed.count());
        }
    }

    static LookReply of(Look look, Template template, Instant now) {
        return new LookReply(
                look.at().toString(),
                look.by(),
                look.found(),
                look.taken(),
                look.passed().stream().map(PassedReply::of).toList(),
                look.failures().stream().map(EntryReply.Failed::of).toList(),
                template.enabled(),
                template.enabled() ? Optional.of(template.next(now).toString()) : Optional.empty());
    }
}
