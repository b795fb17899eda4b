package io.nowbridge.ticket;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.TicketSettings;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/** A desk that numbers its tickets in order and fails when told to. */
public final class FakeTicketDesk implements TicketDesk, TicketDesks {

    private final ConnectionId connection;
    private final FakeTicketSearch search;
    private final FakeTicketWriting writing;
    private TicketSettings settings = new TicketSettings(new TreeMap<>());

    private final Map<LinkId, Ticket> tickets = new HashMap<>();
    private final List<TicketForm> forms = new ArrayList<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private Optional<ConnectedSystemException> lookFailure = Optional.empty();
    private Optional<String> askedFor = Optional.empty();
    private boolean blind;
    private final FakeTicketChanges changes = new FakeTicketChanges();
    private boolean closed;
    private boolean hanging;
    private Runnable duringCheck = () -> {};
    private Check check = new Check.Unfit(List.of());
    private int looks;

    /** How the next opening fails, and whether the ticket is open all the same. */
    private record Fault(ConnectedSystemException failure, boolean opened) {}

    public FakeTicketDesk() {
        this(TicketFixtures.CONNECTION);
    }

    public FakeTicketDesk(ConnectionId connection) {
        this.connection = connection;
        this.search = new FakeTicketSearch(connection);
        this.writing = new FakeTicketWriting(search);
    }

    /** Nothing flows over its connection from now on. */
    public void close() {
        closed = true;
    }

    /** Lets it flow again. */
    public void reopen() {
        closed = false;
    }

    /** Gives its connection these settings and no others. */
    public void settings(Map<String, String> all) {
        settings = new TicketSettings(new TreeMap<>(all));
    }

    public void failNextOpen(ConnectedSystemException failure, boolean opened) {
        faults.add(new Fault(failure, opened));
    }

    void failLooks(ConnectedSystemException failure) {
        lookFailure = Optional.of(failure);
    }

    void recover() {
        lookFailure = Optional.empty();
        blind = false;
    }

    public void hideEverything() {
        blind = true;
    }

    public void findNothingUnfit() {
        check = new Check.Unfit(List.of());
    }

    void whileChecking(Runnable event) {
        duringCheck = event;
    }

    public void hang() {
        hanging = true;
    }

    public void findUnfit(Misfit misfit) {
        check = new Check.Unfit(List.of(misfit));
    }

    public int count() {
        return tickets.size();
    }

    /** The datastore that a desk was last asked for. */
    Optional<String> askedFor() {
        return askedFor;
    }

    int looks() {
        return looks;
    }

    public TicketForm lastForm() {
        return forms.getLast();
    }

    @Override
    public ConnectionId connection() {
        return connection;
    }

    @Override
    public Uni<Integer> descriptionLength(String table) {
        return Uni.createFrom().item(4000);
    }

    @Override
    public Uni<Choice> choose(Optional<ConnectionId> connection, Optional<String> datastore) {
        askedFor = datastore;
        if (closed) {
            return Uni.createFrom().item(new Choice.Closed(connection(), Connection.State.DISABLED));
        }
        return Uni.createFrom()
                .item(
                        connection.isEmpty() || connection.get().equals(connection())
                                ? new Choice.Chosen(this, settings)
                                : new Choice.NotOne(List.of(connection())));
    }

    @Override
    public Uni<Check> check(TicketForm form) {
        if (hanging) {
            return Uni.createFrom().nothing();
        }
        return Uni.createFrom().item(() -> {
            duringCheck.run();
            return switch (check) {
                case Check.Unfit(var misfits) when misfits.isEmpty() -> new Check.Fit(form, List.of());
                default -> check;
            };
        });
    }

    @Override
    public Uni<Sight> look(LinkId link, String table) {
        return Uni.createFrom().item(() -> {
            looks++;
            lookFailure.ifPresent(failure -> {
                throw failure;
            });
            var ticket = tickets.get(link);
            return blind ? new Sight.Blind() : ticket == null ? new Sight.Absent() : new Sight.Found(ticket);
        });
    }

    @Override
    public Uni<Opened> open(LinkId link, TicketForm form) {
        return Uni.createFrom().item(() -> {
            var fault = faults.poll();
            if (fault == null || fault.opened()) {
                forms.add(form);
                tickets.put(link, TicketFixtures.ticket("INC%07d".formatted(tickets.size() + 1)));
                search.has(tickets.get(link), form.description());
            }
            if (fault != null) {
                throw fault.failure();
            }
            return new Opened(tickets.get(link), List.of());
        });
    }

    @Override
    public FakeTicketSearch search() {
        return search;
    }

    @Override
    public FakeTicketWriting writing() {
        return writing;
    }

    @Override
    public FakeTicketChanges changes() {
        return changes;
    }

    @Override
    public TicketForms forms() {
        return new FakeTicketForms();
    }
}
