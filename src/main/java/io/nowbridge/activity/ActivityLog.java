package io.nowbridge.activity;

import io.smallrye.mutiny.Uni;

/** Keeps what happened. */
public interface ActivityLog {

    /**
     * Writes an entry, with any number of failures; writing it again under its id and time replaces it, and what is
     * {@link Result#UNDER_WAY} is written again as it proceeds.
     */
    Uni<Void> record(Activity activity);

    /**
     * Writes how far something has come that is {@link Result#UNDER_WAY}. If its entry says that it has ended, that stays: whoever
     * looked at it before its end may be slower than whoever ended it. Logs that are read keep to that; to one that is only told,
     * it is news like any other.
     */
    default Uni<Void> advance(Activity activity) {
        return record(activity);
    }
}
