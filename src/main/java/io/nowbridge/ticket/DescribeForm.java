package io.nowbridge.ticket;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.TicketForms.Named;
import io.nowbridge.ticket.TicketForms.Spec;
import io.nowbridge.ticket.TicketForms.Table;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Answers what a person who fills in a form must know of its desk. */
public final class DescribeForm {

    // More do not fit below a field; whoever misses somebody types another letter.
    private static final int MOST_NAMES = 20;

    /** What somebody wants to know. */
    public sealed interface Question {

        ConnectionId connection();

        /** What a ticket of a table takes; the most usual table where none is named. */
        record Form(ConnectionId connection, Optional<String> table) implements Question {}

        record People(ConnectionId connection, String text) implements Question {}

        record Groups(ConnectionId connection, String text) implements Question {}
    }

    /** What there is to say. */
    public sealed interface Outcome {

        /** A form, and all tables that there is one for. */
        record Described(List<Table> tables, Spec spec) implements Outcome {}

        /** At most 20 that fit, in the order of their names. */
        record Found(List<Named> names) implements Outcome {}

        record NoSuchTable(List<Table> tables) implements Outcome {}

        record NoSuchConnection(List<ConnectionId> known) implements Outcome {}

        /** The connection is switched off or has no credentials. */
        record ConnectionClosed(ConnectionId connection, Connection.State state) implements Outcome {}
    }

    private final TicketDesks desks;

    public DescribeForm(TicketDesks desks) {
        this.desks = desks;
    }

    public Uni<Outcome> run(Question question) {
        return desks.choose(Optional.of(question.connection()), Optional.empty())
                .flatMap(choice -> switch (choice) {
                    case TicketDesks.Choice.Chosen(var desk, var settings) -> answer(question, desk.forms());
                    case TicketDesks.Choice.Closed(var connection, var state) ->
                        Uni.createFrom().item(new Outcome.ConnectionClosed(connection, state));
                    case TicketDesks.Choice.NotOne(var known) ->
                        Uni.createFrom().item(new Outcome.NoSuchConnection(known));
                });
    }

    private static Uni<Outcome> answer(Question question, TicketForms forms) {
        return switch (question) {
            case Question.Form(var connection, var table) -> describe(table, forms);
            case Question.People(var connection, var text) ->
                forms.people(text, MOST_NAMES).map(Outcome.Found::new);
            case Question.Groups(var connection, var text) ->
                forms.groups(text, MOST_NAMES).map(Outcome.Found::new);
        };
    }

    private static Uni<Outcome> describe(Optional<String> wanted, TicketForms forms) {
        var tables = forms.tables();
        return tables.stream()
                .filter(table -> wanted.isEmpty() || wanted.get().equals(table.name()))
                .findFirst()
                .map(table -> forms.describe(table.name()).<Outcome>map(spec -> new Outcome.Described(tables, spec)))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchTable(tables)));
    }
}
