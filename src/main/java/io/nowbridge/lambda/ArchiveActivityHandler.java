package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.nowbridge.export.ArchiveActivity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/** Has the days of the log that are over archived, at each tick. */
@Named("archiveActivity")
@Singleton
public final class ArchiveActivityHandler
        implements RequestHandler<Map<String, Object>, ArchiveActivityHandler.Archived> {

    private final ArchiveActivity archiveActivity;
    private final ScheduleEdge schedule;

    ArchiveActivityHandler(ArchiveActivity archiveActivity, ScheduleEdge schedule) {
        this.archiveActivity = archiveActivity;
        this.schedule = schedule;
    }

    /** How many days are being written now, for whoever reads the function's answers. */
    @RegisterForReflection
    public record Archived(int days) {}

    @Override
    public Archived handleRequest(Map<String, Object> tick, Context context) {
        return new Archived(schedule.run(context, archiveActivity::run).woken());
    }
}
