package io.nowbridge.lambda;

import io.nowbridge.ticket.LinkedTicket;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The answer to a request for a ticket, as it goes over the wire; times are ISO 8601 in UTC. */
@RegisterForReflection
record TicketReply(Link link, Ticket ticket, List<Warning> warnings) {

    @RegisterForReflection
    record Link(String linkId, String anomalyId, String connectionId, String createdBy, String createdAt) {

        static Link of(io.nowbridge.ticket.Link link) {
            return new Link(
                    link.id().toString(),
                    link.anomaly().id(),
                    link.connection().value(),
                    link.createdBy(),
                    link.createdAt().toString());
        }
    }

    @RegisterForReflection
    record Ticket(
            String id,
            String table,
            String number,
            String shortDescription,
            String state,
            String stateCode,
            String priority,
            String url) {

        static Ticket of(io.nowbridge.ticket.Ticket ticket) {
            return new Ticket(
                    ticket.id(),
                    ticket.table(),
                    ticket.number(),
                    ticket.shortDescription(),
                    ticket.state(),
                    ticket.stateCode(),
                    ticket.priority(),
                    ticket.url().toString());
        }
    }

    @RegisterForReflection
    record Warning(String field, String message) {}

    static TicketReply of(LinkedTicket answer) {
        return new TicketReply(
                Link.of(answer.link()),
                Ticket.of(answer.ticket()),
                answer.warnings().stream()
                        .map(warning -> new Warning(warning.field(), warning.message()))
                        .toList());
    }
}
