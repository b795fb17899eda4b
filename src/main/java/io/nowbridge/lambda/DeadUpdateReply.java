package io.nowbridge.lambda;

import io.nowbridge.delivery.TicketUpdates.Buried;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An update that was given up, as answers show it. */
@RegisterForReflection
record DeadUpdateReply(
        String id, Ticket ticket, Anomaly anomaly, String note, String cause, String madeAt, String givenUpAt) {

    @RegisterForReflection
    record Ticket(String connectionId, String table, String id) {}

    @RegisterForReflection
    record Anomaly(String source, String id) {}

    /** How many are on their way again. */
    @RegisterForReflection
    record Replayed(int replayed) {}

    static DeadUpdateReply of(Buried dead) {
        var update = dead.update();
        var ticket = update.ticket();
        return new DeadUpdateReply(
                dead.id(),
                new Ticket(ticket.connection().value(), ticket.table(), ticket.id()),
                new Anomaly(update.anomaly().source(), update.anomaly().id()),
                update.note(),
                dead.cause(),
                update.madeAt().toString(),
                dead.at().toString());
    }
}
