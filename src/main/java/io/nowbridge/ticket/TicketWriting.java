package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written into tickets that are there.
 *
 * <p>Nothing here is repeated by the desk. After a failure that may have come too late, look first.
 */
public interface TicketWriting {

    /** Changes a ticket in one call; returns it as it is afterwards. A ticket that is not there is a {@link Missing}. */
    Uni<Written> write(TicketRef ticket, Entry entry);

    /** Looks for the note of this ticket that ends with {@code reference}. */
    Uni<Trace> trace(TicketRef ticket, String reference);

    /**
     * What to write.
     *
     * @param description the whole new description; left as it is if empty
     * @param note an entry for the people who work on the ticket
     * @param customerNote an entry that the ticket's customer may read too
     * @param state the state's code; left as it is if empty
     * @param fields further columns, such as {@code close_code}
     */
    record Entry(
            Optional<String> description,
            Optional<String> note,
            Optional<String> customerNote,
            Optional<String> state,
            Map<String, String> fields) {

        public Entry {
            fields = Map.copyOf(fields);
        }

        /** A note for the people who work on the ticket, and nothing else. */
        public static Entry note(String text) {
            return new Entry(Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty(), Map.of());
        }

        /** A note that the ticket's customer may read, and nothing else. */
        public static Entry customerNote(String text) {
            return new Entry(Optional.empty(), Optional.empty(), Optional.of(text), Optional.empty(), Map.of());
        }
    }

    /** What became of a write. */
    sealed interface Written {

        /** The ticket as it is now, and the fields that were not stored as sent; a note's absence does not show here. */
        record Done(Ticket ticket, List<Warning> warnings) implements Written {

            public Done {
                warnings = List.copyOf(warnings);
            }

            /** All was stored as sent. */
            public Done(Ticket ticket) {
                this(ticket, List.of());
            }
        }

        /** There surely is no such ticket: the desk answered so, and nothing was written. */
        record Missing() implements Written {}
    }

    /** What can be seen of a note that may be there. */
    enum Trace {
        FOUND,
        ABSENT,
        /** We may read the journal neither as entries nor as text, so absence means nothing. */
        BLIND
    }
}
