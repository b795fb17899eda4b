package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.ticket.ListedTicket;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.UnknownState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * A link of a list, as it goes over the wire.
 *
 * @param current whether the ticket is shown as it is now
 * @param unknown why it is not
 * @param notes the latest that people wrote on it, newest first
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ListedReply(TicketReply.Link link, Ticket ticket, boolean current, Optional<Unknown> unknown, List<Note> notes) {

    private static final String UNKNOWN = "Unknown";

    /**
     * A ticket with its state: as it is now, or Unknown beside the last one that was seen.
     *
     * @param lastSync when it was last seen
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Ticket(
            String id,
            String table,
            String number,
            String url,
            String shortDescription,
            String state,
            Optional<String> stateCode,
            Optional<String> lastState,
            Optional<String> lastStateCode,
            String priority,
            Optional<String> assignedTo,
            Optional<String> resolution,
            Optional<String> changedAt,
            String lastSync) {}

    @RegisterForReflection
    record Unknown(String reason, String cause, String resolution, String whoCanFix) {}

    @RegisterForReflection
    record Note(String author, String text, boolean forCustomer, String at) {}

    static ListedReply of(ListedTicket listed) {
        var isCurrent = listed.unknown().isEmpty();
        return new ListedReply(
                TicketReply.Link.of(listed.link()),
                ticket(listed.seen(), isCurrent),
                isCurrent,
                listed.unknown().map(ListedReply::unknown),
                listed.seen().notes().stream()
                        .filter(note -> !note.ours())
                        .map(ListedReply::note)
                        .toList());
    }

    private static Ticket ticket(SeenTicket seen, boolean isCurrent) {
        var ticket = seen.ticket();
        var label = Optional.of(ticket.state());
        var code = Optional.of(ticket.stateCode());
        return new Ticket(
                ticket.id(),
                ticket.table(),
                ticket.number(),
                ticket.url().toString(),
                ticket.shortDescription(),
                isCurrent ? ticket.state() : UNKNOWN,
                code.filter(any -> isCurrent),
                label.filter(any -> !isCurrent),
                code.filter(any -> !isCurrent),
                ticket.priority(),
                seen.assignedTo(),
                seen.resolution(),
                seen.changedAt().map(Object::toString),
                seen.seenAt().toString());
    }

    private static Unknown unknown(UnknownState why) {
        var failure = why.failure();
        return new Unknown(
                why.reason().label(),
                failure.cause(),
                failure.resolution(),
                failure.whoCanFix().label());
    }

    private static Note note(TicketNote note) {
        return new Note(
                note.author(), note.text(), note.forCustomer(), note.at().toString());
    }
}
