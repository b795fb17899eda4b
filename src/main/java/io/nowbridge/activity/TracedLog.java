package io.nowbridge.activity;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** A log whose entries say what the {@link Invocation} took that they were written in. */
public final class TracedLog implements ActivityLog {

    private final ActivityLog log;

    public TracedLog(ActivityLog log) {
        this.log = log;
    }

    @Override
    public Uni<Void> record(Activity activity) {
        return traced(activity, log::record);
    }

    @Override
    public Uni<Void> advance(Activity activity) {
        return traced(activity, log::advance);
    }

    private static Uni<Void> traced(Activity activity, Function<Activity, Uni<Void>> write) {
        return Uni.createFrom()
                .context(context -> write.apply(
                        Invocation.trace(context).map(activity::with).orElse(activity)));
    }
}
