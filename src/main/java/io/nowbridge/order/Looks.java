package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What templates that create orders found when they looked at the desk last. */
public interface Looks {

    Uni<Void> keep(Look look);

    Uni<Optional<Look>> last(TemplateId template);

    /**
     * A look at a desk.
     *
     * @param by the person or trigger
     * @param found how many purchase orders were ready
     * @param taken how many of them were new, or had changed
     * @param passed what was not taken, and why
     * @param failures what kept it from looking
     */
    record Look(
            TemplateId template,
            Instant at,
            String by,
            long found,
            long taken,
            List<OrderDesk.Passed> passed,
            List<Failure> failures) {

        public Look {
            passed = List.copyOf(passed);
            failures = List.copyOf(failures);
        }
    }
}
