package io.nowbridge.delivery;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disabled;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.ticket.TicketRef;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class WakeDueTicketsTest {

    private static final int MOST = 10;

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    private final RecordingQueue queue = new RecordingQueue();
    private final WakeDueTickets wake = new WakeDueTickets(connections, updates, queue, InstantSource.fixed(NOW), MOST);

    @Test
    void aTicketWhoseWakeUpWasLostIsWoken() {
        connections.given(connection("demo"));
        waits("demo", 1);

        assertThat(wake.run().await().indefinitely()).isEqualTo(1);
        assertThat(queue.woken()).containsExactly(ticket("demo", 0));
    }

    @Test
    void whereNothingIsDueNobodyIsWoken() {
        connections.given(connection("demo"));

        assertThat(wake.run().await().indefinitely()).isZero();
        assertThat(queue.woken()).isEmpty();
    }

    @Test
    void aConnectionWithALongLineDoesNotHoldUpAnother() {
        connections.given(connection("busy"));
        connections.given(connection("calm"));
        waits("busy", 100);
        waits("calm", 1);

        wake.run().await().indefinitely();

        assertThat(queue.woken()).hasSize(MOST / 2 + 1).contains(ticket("calm", 0));
    }

    @Test
    void overAClosedConnectionNobodyIsWoken() {
        connections.given(disabled(connection("demo")));
        waits("demo", 1);

        assertThat(wake.run().await().indefinitely()).isZero();
    }

    @Test
    void whatIsNoDeskTakesNoShare() {
        connections.given(connection("demo"));
        connections.given(connection("platform", SystemType.QUALYTICS));
        waits("demo", 100);

        assertThat(wake.run().await().indefinitely()).isEqualTo(MOST);
    }

    private void waits(String connection, int tickets) {
        for (var number = 0; number < tickets; number++) {
            updates.add(update(connection + number, ticket(connection, number)))
                    .await()
                    .indefinitely();
        }
    }

    private static TicketRef ticket(String connection, int number) {
        return new TicketRef(new ConnectionId(connection), "incident", "id-" + number);
    }
}
