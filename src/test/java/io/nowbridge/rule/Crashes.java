package io.nowbridge.rule;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that ends at one of its calls to what outlives it, just before or just after the call has had its effect. */
final class Crashes {

    private final int at;
    private final boolean afterwards;
    private final AtomicInteger calls = new AtomicInteger();

    private Crashes(int at, boolean afterwards) {
        this.at = at;
        this.afterwards = afterwards;
    }

    static Crashes never() {
        return new Crashes(Integer.MAX_VALUE, false);
    }

    static Crashes before(int call) {
        return new Crashes(call, false);
    }

    static Crashes after(int call) {
        return new Crashes(call, true);
    }

    <T> T among(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    try {
                        return dying((Uni<?>) method.invoke(store, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Uni<?> dying(Uni<?> call) {
        return Uni.createFrom().deferred(() -> {
            if (calls.incrementAndGet() != at) {
                return call;
            }
            var death = Uni.createFrom().failure(new Died());
            return afterwards ? call.chain(() -> death) : death;
        });
    }

    /** The end of the process. */
    static final class Died extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
