package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.TdSynnexException.Effect;

/**
 * A request on its way.
 *
 * @param name what it is called in a message, such as {@code Submitting an order}
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

    /** What it may have done, or do yet, if TD SYNNEX did not answer. */
    Effect effectUnanswered() {
        return writes ? Effect.PENDING : Effect.NONE;
    }
}
