package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.sync.KeepingInStep;
import io.nowbridge.sync.SweepAnomalies;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Finds at the anomaly platforms what no webhook told. */
@Named("sweepAnomalies")
@Singleton
public final class SweepAnomaliesHandler implements RequestHandler<Map<String, Object>, SweepAnomaliesHandler.Swept> {

    private final SweepAnomalies sweepAnomalies;
    private final ScheduleEdge schedule;

    SweepAnomaliesHandler(KeepingInStep keepingInStep, ScheduleEdge schedule) {
        this.sweepAnomalies = keepingInStep.sweepAnomalies();
        this.schedule = schedule;
    }

    @Override
    public Swept handleRequest(Map<String, Object> tick, Context context) {
        var report = schedule.run(context, sweepAnomalies::run, SweepAnomalies.Report::failures);
        return new Swept(report.created(), report.changed());
    }

    /** What was found: new anomalies, and known ones with another status. */
    @RegisterForReflection
    public record Swept(int created, int changed) {}
}
