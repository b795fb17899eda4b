package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Outcome;
import io.nowbridge.servicenow.Query;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at what orders rest on beside their tables, where a template has any: that they are counted, and written in batches. */
final class OrderChecks {

    static final Line LINE = Line.of("purchase-orders");

    private static final String NUMBER = "number";
    private static final Remedy RIGHTS = Remedy.ofAdministrator(
            "Let the integration user use the Aggregate API and the Batch API: a REST_Endpoint access control (ACL) or an API"
                    + " access policy closes them. Purchase orders are counted for those who have the role procurement_user.");

    private final ServiceNow serviceNow;

    OrderChecks(ServiceNow serviceNow) {
        this.serviceNow = serviceNow;
    }

    /** What is looked at: nothing, where no template has purchase orders. */
    static Stream<Line> lines(List<TableNeed> needs) {
        return needs.stream().filter(TableNeed::isPurchaseOrder).limit(1).map(need -> LINE);
    }

    /** Looks, without writing anything. */
    Uni<Check> look(TableNeed need) {
        return Uni.combine()
                .all()
                .unis(
                        serviceNow.counts().by(need.table(), List.of(NUMBER), Query.where(NUMBER, "none")),
                        serviceNow
                                .batches()
                                .run(
                                        "Trying the Batch API",
                                        List.of(new Operation.Find(need.table(), Set.of(NUMBER), Query.all(), 1))))
                .with((counts, outcomes) -> outcomes.getFirst() instanceof Outcome.Refused(var failure)
                        ? judged(failure)
                        : LINE.passed("Purchase orders are counted, and written in batches."))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(OrderChecks::judged);
    }

    private static Check judged(Throwable failure) {
        return failure instanceof Forbidden ? LINE.failed(Trouble.cause(failure), RIGHTS) : Trouble.at(LINE, failure);
    }
}
