package io.nowbridge.activity;

import io.smallrye.mutiny.Uni;

/** Keeps what happened. */
public interface ActivityLog {

    /**
     * Writes an entry, with any number of failures; writing it again under its id and time replaces it, and what is
     * {@link Result#UNDER_WAY} is written again as it proceeds.
     */
    Uni<Void> record(Activity activity);
}
