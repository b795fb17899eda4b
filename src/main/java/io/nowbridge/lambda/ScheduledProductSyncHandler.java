package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.product.ProductWork;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Starts the product synchronisations that are due, and takes care of those that a crash has left, at each tick. */
@Named("scheduledProductSync")
@Singleton
public final class ScheduledProductSyncHandler
        implements RequestHandler<Map<String, Object>, ScheduledProductSyncHandler.Ticked> {

    private final ProductWork work;
    private final ScheduleEdge schedule;

    ScheduledProductSyncHandler(ProductWork work, ScheduleEdge schedule) {
        this.work = work;
        this.schedule = schedule;
    }

    /** How many runs were started, skipped and have not ended, for whoever reads the function's answers. */
    @RegisterForReflection
    public record Ticked(int started, int skipped, int open) {}

    @Override
    public Ticked handleRequest(Map<String, Object> tick, Context context) {
        var report = schedule.run(context, work.startDue()::run);
        return new Ticked(report.started(), report.skipped(), report.open());
    }
}
