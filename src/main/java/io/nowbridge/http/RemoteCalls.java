package io.nowbridge.http;

import io.smallrye.mutiny.Context;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests have been sent for somebody who waits with a Mutiny context that this is in. */
public final class RemoteCalls {

    private static final String KEY = RemoteCalls.class.getName();

    private final AtomicInteger sent = new AtomicInteger();

    /** Those of whoever waits with {@code context}; where nobody counts them, some that nobody will look at. */
    public static RemoteCalls in(Context context) {
        return context.getOrElse(KEY, RemoteCalls::new);
    }

    /** Counts, from now on, what is sent for those who wait with {@code context}. */
    public static Context counting(Context context) {
        return context.put(KEY, new RemoteCalls());
    }

    public int sent() {
        return sent.get();
    }

    /** Notes that one more is sent. */
    public void count() {
        sent.incrementAndGet();
    }
}
