package io.nowbridge.webhook;

import io.nowbridge.connection.Connections;
import io.nowbridge.sync.TicketWakeups;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.webhook.Doorkeeper.Admitted;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Takes the messages of desks: judges whether they are genuine, and wakes whoever follows the ticket that they name. That is
 * all that is believed of them: what has become of the ticket, the desk itself is asked.
 */
public final class TicketIntake {

    /** What became of a message. */
    public sealed interface Outcome permits Accepted, Refusal {}

    /** Its ticket will be looked at. */
    public record Accepted() implements Outcome {}

    private final Desks desks;
    private final Doorkeeper door;
    private final TicketMessages messages = new TicketMessages();
    private final TicketWakeups wakeups;

    public TicketIntake(Connections connections, Doorkeeper door, TicketWakeups wakeups) {
        this.desks = new Desks(connections);
        this.door = door;
        this.wakeups = wakeups;
    }

    /** Fails where the queue does not take the wake-up: then nothing is kept, and the sender may repeat it. */
    public Uni<Outcome> receive(String connection, Incoming message) {
        return door.admit(message, desks.named(connection), refusal -> refusal, this::read);
    }

    private Uni<Outcome> read(Admitted admitted) {
        return switch (messages.read(admitted.message(), admitted.connection().id())) {
            case TicketReading.Change(var wakeup) -> take(wakeup, admitted);
            case TicketReading.NotOne(var refusal) -> Uni.createFrom().item(refusal);
        };
    }

    private Uni<Outcome> take(Wakeup wakeup, Admitted admitted) {
        return wakeups.wake(List.of(wakeup))
                .chain(() -> door.isFirst(admitted))
                .map(first -> first ? new Accepted() : new Refusal.Replayed());
    }
}
