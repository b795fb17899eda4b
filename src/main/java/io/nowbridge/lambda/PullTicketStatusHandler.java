package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.sync.KeepingInStep;
import io.nowbridge.sync.PullTicketStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Finds at the desks what no webhook told. */
@Named("pullTicketStatus")
@Singleton
public final class PullTicketStatusHandler
        implements RequestHandler<Map<String, Object>, PullTicketStatusHandler.Pulled> {

    private final PullTicketStatus pullTicketStatus;
    private final ScheduleEdge schedule;

    PullTicketStatusHandler(KeepingInStep keepingInStep, ScheduleEdge schedule) {
        this.pullTicketStatus = keepingInStep.pullTicketStatus();
        this.schedule = schedule;
    }

    @Override
    public Pulled handleRequest(Map<String, Object> tick, Context context) {
        var report = schedule.run(context, pullTicketStatus::run, PullTicketStatus.Report::failures);
        return new Pulled(report.changed());
    }

    /** How many linked tickets have changed. */
    @RegisterForReflection
    public record Pulled(int changed) {}
}
