package io.nowbridge.activity;

import io.smallrye.mutiny.Uni;

/** Keeps what happened. */
public interface ActivityLog {

    /** Writes an entry; writing it again under its id changes nothing more. */
    Uni<Void> record(Activity activity);
}
