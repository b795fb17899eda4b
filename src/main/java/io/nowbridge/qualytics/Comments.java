package io.nowbridge.qualytics;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * What people have written on anomalies.
 *
 * <p>Every operation fails with a {@link QualyticsException} and with nothing else.
 */
public interface Comments {

    /** Writes a comment on the anomaly with this number. Not safe to repeat: each call writes another. */
    Uni<Comment> add(long anomaly, String message);

    /** Those on all anomalies, the newest first, a page at a time as they are consumed. */
    Multi<Comment> newestFirst();
}
