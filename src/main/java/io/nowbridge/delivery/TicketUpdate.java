package io.nowbridge.delivery;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.ticket.TicketRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that a ticket is to be told.
 *
 * @param id made from what caused it and the ticket it goes to, so that the same cause makes the same update
 * @param ticketNumber what people call the ticket; unknown of those made before it was kept
 * @param note what it says, cut at {@value #LONGEST_NOTE} characters; its reference is added when it is written
 * @param forCustomer whether the ticket's customer may read the note
 * @param state the code of the state that the ticket is to get, where the connection says so
 * @param fields further columns that go with the state, such as {@code close_code}, each cut like the note
 * @param startedBy the person, event or rule that it comes from
 * @param madeAt when it was made
 */
public record TicketUpdate(
        String id,
        TicketRef ticket,
        Optional<String> ticketNumber,
        AnomalyId anomaly,
        String note,
        boolean forCustomer,
        Optional<String> state,
        Map<String, String> fields,
        String startedBy,
        Instant madeAt) {

    /** With its reference less than the 4,000 characters of a journal's column, which would cut the reference off. */
    public static final int LONGEST_NOTE = 3_900;

    private static final String CUT = "… (cut)";

    public TicketUpdate {
        note = cut(note);
        fields = fields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> cut(field.getValue())));
    }

    /** A note, and nothing else. */
    public static TicketUpdate note(
            String id,
            TicketRef ticket,
            String ticketNumber,
            AnomalyId anomaly,
            String text,
            boolean forCustomer,
            String startedBy,
            Instant madeAt) {
        return new TicketUpdate(
                id,
                ticket,
                Optional.of(ticketNumber),
                anomaly,
                text,
                forCustomer,
                Optional.empty(),
                Map.of(),
                startedBy,
                madeAt);
    }

    /** The same, and a state with what goes with it. */
    public TicketUpdate moving(String toState, Map<String, String> withFields) {
        return new TicketUpdate(
                id,
                ticket,
                ticketNumber,
                anomaly,
                note,
                forCustomer,
                Optional.of(toState),
                withFields,
                startedBy,
                madeAt);
    }

    /** The same, with another note; it keeps its id, and so its reference. */
    public TicketUpdate saying(String otherNote) {
        return new TicketUpdate(
                id, ticket, ticketNumber, anomaly, otherNote, forCustomer, state, fields, startedBy, madeAt);
    }

    private static String cut(String note) {
        if (note.length() <= LONGEST_NOTE) {
            return note;
        }
        var end = LONGEST_NOTE - CUT.length();
        // Half a character cannot be written.
        return note.substring(0, Character.isHighSurrogate(note.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
