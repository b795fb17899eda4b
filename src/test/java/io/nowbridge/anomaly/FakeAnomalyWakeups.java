package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers whom it would have woken; can be told to fail. */
public final class FakeAnomalyWakeups implements AnomalyWakeups {

    private final List<AnomalyEvent> woken = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    public List<AnomalyEvent> woken() {
        return List.copyOf(woken);
    }

    public void failWith(RuntimeException cause) {
        failure = Optional.of(cause);
    }

    public void heal() {
        failure = Optional.empty();
    }

    @Override
    public Uni<Void> wake(List<AnomalyEvent> events) {
        return Uni.createFrom().deferred(() -> {
            if (failure.isPresent()) {
                return Uni.createFrom().failure(failure.get());
            }
            woken.addAll(events);
            return Uni.createFrom().voidItem();
        });
    }
}
