package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.ticket;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.Backlog.Dead;
import io.nowbridge.delivery.Backlog.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Instant EARLIER = NOW.minusSeconds(60);

    private final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    private final Backlog backlog = new Backlog(updates);

    @Test
    void whereNothingWaitsThereIsNoOldest() {
        assertThat(waiting()).isEqualTo(new Waiting(Optional.empty(), 0, false));
    }

    @Test
    void theOldestIsFoundBehindATicketThatWasPostponed() {
        add("one", EARLIER);
        add("two", NOW);
        take("one");
        var first = updates.first(ticket("one")).await().indefinitely().orElseThrow();
        updates.postpone(first, "worker", NOW.plusSeconds(600)).await().indefinitely();

        assertThat(waiting()).isEqualTo(new Waiting(Optional.of(EARLIER), 2, false));
    }

    @Test
    void aTicketWhoseLineIsEmptyButAtWorkDoesNotCount() {
        add("one", NOW);
        take("one");
        updates.delivered(updates.first(ticket("one")).await().indefinitely().orElseThrow())
                .await()
                .indefinitely();

        assertThat(waiting()).isEqualTo(new Waiting(Optional.empty(), 0, false));
    }

    @Test
    void aLongBacklogIsCountedUpToItsBound() {
        IntStream.rangeClosed(0, Backlog.MOST).forEach(number -> add("ticket-" + number, NOW));

        assertThat(waiting()).isEqualTo(new Waiting(Optional.of(NOW), Backlog.MOST, true));
    }

    @Test
    void whatWasGivenUpIsCountedUpToItsBound() {
        IntStream.rangeClosed(0, Backlog.MOST).forEach(number -> {
            add("ticket-" + number, NOW);
            var first = updates.first(ticket("ticket-" + number)).await().indefinitely();
            updates.bury(first.orElseThrow(), "It is refused", NOW).await().indefinitely();
        });

        assertThat(backlog.dead().await().indefinitely()).isEqualTo(new Dead(Backlog.MOST, true));
    }

    private Waiting waiting() {
        return backlog.waiting(List.of(CONNECTION, new ConnectionId("other")))
                .await()
                .indefinitely();
    }

    private void take(String ticket) {
        updates.take(ticket(ticket), "worker", NOW, Duration.ofSeconds(40))
                .await()
                .indefinitely();
    }

    private void add(String id, Instant madeAt) {
        var update = TicketUpdate.note(id, ticket(id), id, ANOMALY.id(), "Note " + id, false, "event-1", madeAt);
        updates.add(update).await().indefinitely();
    }
}
