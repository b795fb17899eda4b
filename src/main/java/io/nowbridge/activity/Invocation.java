package io.nowbridge.activity;

import io.nowbridge.activity.Activity.Trace;
import io.nowbridge.http.RemoteCalls;
import io.smallrye.mutiny.Context;
import java.util.Optional;

/**
 * What a call of a function has with it: its id, and a count of what it sends to remote systems. It goes along in the Mutiny
 * context that the call's work is waited for with.
 */
public final class Invocation {

    private static final String ID = Invocation.class.getName();

    private Invocation() {}

    /** The context of one more call. */
    public static Context context(String id) {
        return RemoteCalls.counting(Context.of(ID, id));
    }

    /** What the call that waits with {@code context} has taken so far; empty where no call does. */
    static Optional<Trace> trace(Context context) {
        return context.contains(ID)
                ? Optional.of(new Trace(
                        Optional.of(context.<String>get(ID)),
                        RemoteCalls.in(context).sent()))
                : Optional.empty();
    }
}
