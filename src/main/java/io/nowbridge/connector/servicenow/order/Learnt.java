package io.nowbridge.connector.servicenow.order;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Something about an instance that is asked until it is known. */
final class Learnt<T> {

    private final Supplier<Uni<T>> question;
    private final AtomicReference<Optional<T>> known = new AtomicReference<>(Optional.empty());

    Learnt(Supplier<Uni<T>> question) {
        this.question = question;
    }

    Uni<T> answer() {
        return known.get()
                .map(found -> Uni.createFrom().item(found))
                .orElseGet(() -> question.get().invoke(found -> known.set(Optional.of(found))));
    }
}
