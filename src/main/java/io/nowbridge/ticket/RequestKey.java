package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.connection.ConnectionId;
import java.util.Optional;

/**
 * Tells one request from another.
 *
 * @param value what the caller called it, the digest of its content, or our own name for it; none can be mistaken for another
 * @param content the digest of everything that was asked for
 * @param table where the ticket is, or is to be
 */
public record RequestKey(String value, String content, String table) {

    private static final String TURN = "turn:";

    static RequestKey of(TicketRequest request, ConnectionId connection) {
        var content = digest(request.anomaly(), request.form(), connection);
        return new RequestKey(
                request.idempotencyKey().map(key -> "given:" + key).orElse("derived:" + content),
                content,
                request.form().table());
    }

    /** Of what acts by itself: no caller's key is mistaken for it, and only the name tells whether it is the same request. */
    static RequestKey ours(String name, String table) {
        return new RequestKey("ours:" + name, name, table);
    }

    /** Of whoever changes a ticket's description: one at a time, whatever it is about. */
    static RequestKey turnAt(TicketRef ticket) {
        return new RequestKey(TURN + ticket, "turn", ticket.table());
    }

    /** The ticket whose description is to be changed; empty where a ticket is to be opened. */
    Optional<TicketRef> turn() {
        return value.startsWith(TURN) ? Optional.of(TicketRef.parse(value.substring(TURN.length()))) : Optional.empty();
    }

    private static String digest(Anomaly anomaly, TicketForm form, ConnectionId connection) {
        return new ContentDigest()
                .add(connection.value())
                .add(anomaly.id().source())
                .add(anomaly.id().id())
                .add(anomaly.uuid())
                .add(anomaly.type())
                .add(anomaly.status())
                .add(anomaly.weight())
                .add(anomaly.fingerprint())
                .add(anomaly.description())
                .add(anomaly.datastore().map(Anomaly.Datastore::id))
                .add(anomaly.datastore().flatMap(Anomaly.Datastore::name))
                .add(anomaly.container())
                .addAll(anomaly.fields(), ContentDigest::add)
                .addAll(anomaly.tags(), ContentDigest::add)
                .addAll(
                        anomaly.failedChecks(),
                        (digest, check) ->
                                digest.add(check.id()).add(check.name()).add(check.ruleType()))
                .add(anomaly.detectedAt())
                .add(anomaly.link())
                .add(form.table())
                .add(form.shortDescription())
                .add(form.description())
                .add(form.category())
                .add(form.subcategory())
                .add(form.impact())
                .add(form.urgency())
                .add(form.assignmentGroup())
                .add(form.assignedTo())
                .add(form.caller())
                .addAll(
                        form.fields().entrySet(),
                        (digest, field) -> digest.add(field.getKey()).add(field.getValue()))
                .hex();
    }
}
