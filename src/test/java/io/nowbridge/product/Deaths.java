package io.nowbridge.product;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.random.RandomGenerator;

/**
 * A process that may end at any of its calls to what outlives it, just before or just after the call has had its effect. From
 * then on no call has any effect, until another process takes its place.
 */
public final class Deaths {

    private final RandomGenerator chance;
    private final double share;
    private int left;
    private boolean dead;

    /** Dies {@code most} times at most, at a {@code share} of the calls. */
    public Deaths(RandomGenerator chance, double share, int most) {
        this.chance = chance;
        this.share = share;
        this.left = most;
    }

    public static Deaths none() {
        return new Deaths(RandomGenerator.getDefault(), 0, 0);
    }

    public void revive() {
        dead = false;
    }

    public boolean isDead() {
        return dead;
    }

    public <T> T among(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    try {
                        return switch (method.invoke(store, arguments)) {
                            case Uni<?> call -> dying(call);
                            case Multi<?> call -> dying(call);
                            case Object answer -> answer;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Uni<?> dying(Uni<?> call) {
        return Uni.createFrom().deferred(() -> {
            if (dead || dies()) {
                return Uni.createFrom().failure(new Died());
            }
            return dies() ? call.chain(() -> Uni.createFrom().failure(new Died())) : call;
        });
    }

    private Multi<?> dying(Multi<?> call) {
        return Multi.createFrom()
                .deferred(() -> dead || dies() ? Multi.createFrom().failure(new Died()) : call);
    }

    private boolean dies() {
        if (left > 0 && chance.nextDouble() < share) {
            left--;
            dead = true;
            return true;
        }
        return false;
    }

    /** The end of the process. */
    public static final class Died extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
