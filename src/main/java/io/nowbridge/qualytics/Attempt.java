package io.nowbridge.qualytics;

import io.nowbridge.qualytics.QualyticsException.Effect;

/**
 * A request on its way.
 *
 * @param name what it is called in a message, such as {@code Reading an anomaly}
 * @param writes whether it changes anything where it is carried out
 */
record Attempt(String name, boolean writes) {

    static Attempt read(String name) {
        return new Attempt(name, false);
    }

    static Attempt write(String name) {
        return new Attempt(name, true);
    }

    /** What it may have done if it failed and that is all that is known. */
    Effect effect() {
        return writes ? Effect.POSSIBLE : Effect.NONE;
    }

    /** What it may have done, or do yet, if Qualytics did not answer. */
    Effect effectUnanswered() {
        return writes ? Effect.PENDING : Effect.NONE;
    }
}
