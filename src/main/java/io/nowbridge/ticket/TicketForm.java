package io.nowbridge.ticket;

import java.util.Collections;
import java.util.Map;
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

    private static final String COLUMN = "fields.";

    public TicketForm {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** A form with what every ticket must have, and nothing else. */
    public static TicketForm of(String table, String shortDescription, String description) {
        return new TicketForm(
                table,
                shortDescription,
                description,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedMap());
    }

    /**
     * The same form with these values where it has none.
     *
     * @param defaults by the fields' names in requests: {@code assignmentGroup}, {@code fields.u_dataset}
     */
    public TicketForm withDefaults(Map<String, String> defaults) {
        var columns = new TreeMap<String, String>();
        defaults.forEach((name, value) -> {
            if (name.startsWith(COLUMN)) {
                columns.put(name.substring(COLUMN.length()), value);
            }
        });
        columns.putAll(fields);
        return new TicketForm(
                table,
                shortDescription,
                description,
                category.or(() -> Optional.ofNullable(defaults.get("category"))),
                subcategory.or(() -> subcategoryOf(defaults)),
                impact.or(() -> Optional.ofNullable(defaults.get("impact"))),
                urgency.or(() -> Optional.ofNullable(defaults.get("urgency"))),
                assignmentGroup.or(() -> Optional.ofNullable(defaults.get("assignmentGroup"))),
                assignedTo.or(() -> Optional.ofNullable(defaults.get("assignedTo"))),
                caller.or(() -> Optional.ofNullable(defaults.get("caller"))),
                columns);
    }

    // It belongs to the category beside it, and to no other.
    private Optional<String> subcategoryOf(Map<String, String> defaults) {
        var fits = category.isEmpty() || category.get().equals(defaults.get("category"));
        return fits ? Optional.ofNullable(defaults.get("subcategory")) : Optional.empty();
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
