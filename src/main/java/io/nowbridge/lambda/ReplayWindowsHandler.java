package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.sync.ContinueReplays;
import io.nowbridge.sync.KeepingInStep;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Brings, at each tick, the replays of time windows further. */
@Named("replayWindows")
@Singleton
public final class ReplayWindowsHandler implements RequestHandler<Map<String, Object>, ReplayWindowsHandler.Replayed> {

    private final ContinueReplays replays;
    private final ScheduleEdge schedule;

    ReplayWindowsHandler(KeepingInStep keepingInStep, ScheduleEdge schedule) {
        this.replays = keepingInStep.continueReplays();
        this.schedule = schedule;
    }

    /** How many tickets were woken and anomalies brought, for whoever reads the function's answers. */
    @RegisterForReflection
    public record Replayed(long brought) {}

    @Override
    public Replayed handleRequest(Map<String, Object> tick, Context context) {
        var report = schedule.run(context, replays::run, ContinueReplays.Report::failures);
        return new Replayed(report.brought());
    }
}
