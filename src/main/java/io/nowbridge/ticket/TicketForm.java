package io.nowbridge.ticket;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person fills in to open a ticket.
 *
 * <p>As asked, people and groups are names; once a {@link TicketDesk} has checked it, they are the desk's own ids.
 *
 * @param fields further columns of the ticket by their name in the connected system
 */
public record TicketForm(
        String table,
        String shortDescription,
        String description,
        Optional<String> category,
        Optional<String> subcategory,
        Optional<String> impact,
        Optional<String> urgency,
        Optional<String> assignmentGroup,
        Optional<String> assignedTo,
        Optional<String> caller,
        SortedMap<String, String> fields) {

    public TicketForm {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** The same form with another description. */
    public TicketForm describedAs(String text) {
        return new TicketForm(
                table,
                shortDescription,
                text,
                category,
                subcategory,
                impact,
                urgency,
                assignmentGroup,
                assignedTo,
                caller,
                fields);
    }
}
