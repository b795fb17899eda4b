package io.nowbridge.ticket;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The tickets of a desk, as a test puts them there; can lose them, hide them, fail and fall silent. */
public final class FakeTicketSearch implements TicketSearch {

    private final ConnectionId connection;
    private final Map<String, Described> tickets = new LinkedHashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private Optional<ConnectedSystemException> failure = Optional.empty();
    private boolean silent;
    private Instant changedAt = TicketFixtures.NOW.minusSeconds(60);
    private int shownFrom;
    private int calls;

    FakeTicketSearch(ConnectionId connection) {
        this.connection = connection;
    }

    /** Puts a ticket there, or another in its place. */
    public void has(Ticket ticket, String description) {
        tickets.put(ticket.id(), new Described(ticket, description));
    }

    public void lose(Ticket ticket) {
        tickets.remove(ticket.id());
    }

    /** Takes away the right to see a ticket. */
    public void hide(Ticket ticket) {
        hidden.add(ticket.id());
    }

    public void fail(ConnectedSystemException with) {
        failure = Optional.of(with);
    }

    /** Never answers again. */
    public void fallSilent() {
        silent = true;
    }

    /** Shows everything as changed at {@code at}, and that only from the given call on. */
    public void changedAt(Instant at, int fromCall) {
        changedAt = at;
        shownFrom = fromCall;
    }

    public void recover() {
        failure = Optional.empty();
        silent = false;
    }

    /** How often it was asked. */
    public int calls() {
        return calls;
    }

    public String description(Ticket ticket) {
        return there(ticket.id()).orElseThrow().description();
    }

    Optional<Described> there(String id) {
        return Optional.ofNullable(tickets.get(id));
    }

    void change(String id, UnaryOperator<Described> change) {
        tickets.computeIfPresent(id, (same, before) -> change.apply(before));
    }

    @Override
    public Uni<List<Described>> named(String reference) {
        return answer(() -> tickets.values().stream()
                .filter(described -> !hidden.contains(described.ticket().id()))
                .filter(described -> {
                    var ticket = described.ticket();
                    return Set.of(ticket.id(), ticket.number(), ticket.url().toString())
                            .contains(reference);
                })
                .toList());
    }

    @Override
    public Uni<List<Ticket>> find(Wanted wanted, int limit) {
        return answer(() -> tickets.values().stream()
                .map(Described::ticket)
                .filter(ticket -> wanted.table().filter(ticket.table()::equals).isPresent()
                        || wanted.table().isEmpty())
                .filter(ticket -> (ticket.number() + ticket.shortDescription())
                        .contains(wanted.text().orElse("")))
                .filter(ticket -> wanted.state()
                        .map(state -> state.equals(ticket.stateCode()) || state.equalsIgnoreCase(ticket.state()))
                        .orElse(true))
                .limit(limit)
                .toList());
    }

    @Override
    public Uni<Map<TicketRef, Sight>> see(Collection<TicketRef> refs) {
        return answer(() -> refs.stream().distinct().collect(Collectors.toMap(Function.identity(), this::sight)));
    }

    private Sight sight(TicketRef ref) {
        if (!ref.connection().equals(connection)) {
            throw new IllegalArgumentException(ref + " is not a ticket of " + connection);
        }
        if (hidden.contains(ref.id())) {
            return new Sight.Hidden();
        }
        return there(ref.id())
                .<Sight>map(described -> new Sight.There(
                        described.ticket(), Optional.of("Beth Anglin"), Optional.empty(), Optional.of(changedAt())))
                .orElseGet(Sight.Gone::new);
    }

    private Instant changedAt() {
        return calls < shownFrom ? changedAt.minusSeconds(60) : changedAt;
    }

    private <T> Uni<T> answer(Supplier<T> answer) {
        return Uni.createFrom().deferred(() -> {
            calls++;
            if (silent) {
                return Uni.createFrom().nothing();
            }
            return failure.isPresent()
                    ? Uni.createFrom().failure(failure.get())
                    : Uni.createFrom().item(answer.get());
        });
    }
}
