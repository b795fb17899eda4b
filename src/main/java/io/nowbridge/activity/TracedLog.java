package io.nowbridge.activity;

import io.smallrye.mutiny.Uni;

/** A log whose entries say what the {@link Invocation} took that they were written in. */
public final class TracedLog implements ActivityLog {

    private final ActivityLog log;

    public TracedLog(ActivityLog log) {
        this.log = log;
    }

    @Override
    public Uni<Void> record(Activity activity) {
        return Uni.createFrom()
                .context(context ->
                        log.record(Invocation.trace(context).map(activity::with).orElse(activity)));
    }
}
