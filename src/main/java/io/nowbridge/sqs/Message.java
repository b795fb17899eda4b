package io.nowbridge.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.order.OrderId;
import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.RunId;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.template.TemplateId;
import io.nowbridge.ticket.ContentDigest;
import io.nowbridge.ticket.TicketRef;
import java.util.Optional;

/**
 * What is put into a queue.
 *
 * @param group where the queue keeps an order, the messages of one group are worked on one after the other: at most 128
 *     characters
 */
record Message(String group, String body) {

    static Message of(AnomalyEvent event) {
        var anomaly = event.anomaly().id();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("source", anomaly.source())
                .put("anomaly", anomaly.id())
                .put("event", event.id());
        return new Message(group(anomaly.source(), anomaly.id()), body.toString());
    }

    static Message of(TicketRef ticket) {
        return new Message(group(ticket), body(ticket).toString());
    }

    static Message of(Wakeup wakeup) {
        var body = body(wakeup.ticket());
        wakeup.changedAt().ifPresent(at -> body.put("changedAt", at.toString()));
        return new Message(group(wakeup.ticket()), body.toString());
    }

    /** What was given up for a ticket; in the ticket's own queue it would wake for the ticket like any other. */
    static Message of(TicketUpdate dead) {
        var body = body(dead.ticket()).put("update", dead.id());
        return new Message(group(dead.ticket()), body.toString());
    }

    static Message ofExport(String id) {
        return new Message(
                id, JsonNodeFactory.instance.objectNode().put("export", id).toString());
    }

    static Message of(RunId run) {
        return new Message(run.value(), body(run).toString());
    }

    static Message of(ChunkKey chunk) {
        var body = body(chunk.run())
                .put("attempt", chunk.attempt())
                .put("place", chunk.place())
                .put("part", chunk.part());
        return new Message(chunk.run().value(), body.toString());
    }

    static Message of(OrderId order) {
        return new Message(
                order.value(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("order", order.value())
                        .toString());
    }

    /** A desk that is to be looked at as a template has it. */
    static Message of(TemplateId template, Optional<String> number, String by) {
        var body = JsonNodeFactory.instance.objectNode().put("look", template.value());
        number.ifPresent(only -> body.put("number", only));
        return new Message(template.value(), body.put("by", by).toString());
    }

    private static ObjectNode body(RunId run) {
        return JsonNodeFactory.instance.objectNode().put("run", run.value());
    }

    private static ObjectNode body(TicketRef ticket) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("connection", ticket.connection().toString())
                .put("table", ticket.table())
                .put("id", ticket.id());
    }

    private static String group(TicketRef ticket) {
        return group(ticket.connection().toString(), ticket.table(), ticket.id());
    }

    // The parts together may be longer than a group's name, and hold what it may not.
    private static String group(String... parts) {
        return ContentDigest.of(parts);
    }
}
