package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a form for a new ticket can hold. */
public interface TicketForms {

    /** The kinds of ticket that can be opened here, the most usual first. */
    List<Table> tables();

    /** What a ticket of {@code table} takes; one of {@link #tables}. */
    Uni<Spec> describe(String table);

    /** Up to {@code limit} active users whose name, user name or e-mail address begins so, in the order of their names. */
    Uni<List<Named>> people(String text, int limit);

    /** Up to {@code limit} active groups whose name contains this, in the order of their names. */
    Uni<List<Named>> groups(String text, int limit);

    /** A kind of ticket, such as {@code incident}, Incident. */
    record Table(String name, String label) {}

    /**
     * What a ticket takes.
     *
     * @param priorities which priority results; none where the desk leaves it to whoever writes
     * @param warnings what could not be found out, and why: without a right to the choices, a form has to do with free text
     */
    record Spec(Table table, List<Field> fields, List<PriorityRule> priorities, List<Warning> warnings) {}

    /**
     * The priority that a ticket gets by its impact and urgency.
     *
     * @param label what people call it, such as {@code 3 - Moderate}
     * @param assumed whether the desk does not say, so that this is how it comes from its maker
     */
    record PriorityRule(String impact, String urgency, String priority, String label, boolean assumed) {}

    /**
     * A field of a form.
     *
     * @param name as requests for tickets call it
     * @param column as the connected system calls it
     * @param type text, choice, person, group or flag
     * @param length in characters; 0 where there is no limit
     * @param choices what it accepts, in their order; empty where it accepts any text
     * @param dependsOn the name of the field that decides which choices are offered; empty if none does
     */
    record Field(
            String name,
            String column,
            String label,
            Type type,
            boolean mandatory,
            int length,
            List<Choice> choices,
            String dependsOn) {}

    /** What a field holds. */
    enum Type {
        TEXT,
        CHOICE,
        PERSON,
        GROUP,
        FLAG
    }

    /**
     * One of the values that a field accepts.
     *
     * @param dependsOn the value of the other field for which this one is offered; empty for any
     */
    record Choice(String value, String label, String dependsOn) {}

    /** Somebody, or some group: the id to send, what people call it, and what tells it from its namesakes. */
    record Named(String id, String name, String detail) {}
}
