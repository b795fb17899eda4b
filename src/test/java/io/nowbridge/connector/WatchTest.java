package io.nowbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Unauthorized REFUSED =
            new Unauthorized(new Report("Refused", "Reconnect.", Effect.NONE), new IllegalStateException());
    private static final Forbidden CLOSED = new Forbidden(new Report("Closed", "Enable it.", Effect.NONE), null);

    private final List<Unauthorized> told = new ArrayList<>();
    private final Watch watch = new Watch(
            () -> Uni.createFrom().voidItem(),
            refusal -> Uni.createFrom().voidItem().invoke(() -> told.add(refusal)));

    @Test
    void aRefusalIsToldAndStillMet() {
        var one = catchThrowable(
                () -> watch.on(Uni.createFrom().failure(REFUSED)).await().indefinitely());
        var many = catchThrowable(() -> watch.on(Multi.createFrom().failure(REFUSED))
                .collect()
                .asList()
                .await()
                .indefinitely());

        assertThat(List.of(one, many)).containsOnly(REFUSED);
        assertThat(told).containsExactly(REFUSED, REFUSED);
    }

    @Test
    void anotherFailureIsNot() {
        var failure = catchThrowable(
                () -> watch.on(Uni.createFrom().failure(CLOSED)).await().indefinitely());

        assertThat(failure).isSameAs(CLOSED);
        assertThat(told).isEmpty();
    }

    @Test
    void aRefusalThatCannotBeToldIsMetAllTheSame() {
        var deaf = new Watch(
                () -> Uni.createFrom().voidItem(),
                refusal -> Uni.createFrom().failure(new IllegalStateException("the store is down")));

        var failure = catchThrowable(
                () -> deaf.on(Uni.createFrom().failure(REFUSED)).await().indefinitely());

        assertThat(failure).isSameAs(REFUSED);
    }

    @Test
    void overAClosedConnectionNothingIsWritten() {
        var written = new AtomicBoolean();
        var closed = new Watch(
                () -> Uni.createFrom().failure(CLOSED),
                refusal -> Uni.createFrom().voidItem());

        var failure = catchThrowable(() -> closed.onWrite(() -> Uni.createFrom().item(() -> written.getAndSet(true)))
                .await()
                .indefinitely());

        assertThat(failure).isSameAs(CLOSED);
        assertThat(written).isFalse();
    }
}
