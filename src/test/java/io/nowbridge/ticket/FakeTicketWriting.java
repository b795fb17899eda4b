package io.nowbridge.ticket;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.ticket.TicketSearch.Described;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Writes into the tickets of a {@link FakeTicketSearch}; fails when told to, before or after it has written. */
public final class FakeTicketWriting implements TicketWriting {

    private final FakeTicketSearch tickets;
    private final List<Writing> writings = new ArrayList<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private Optional<ConnectedSystemException> traceFailure = Optional.empty();
    private boolean blind;
    private int attempts;
    private Runnable beforeWriting = () -> {};

    /** Something that was written, and into which ticket. */
    public record Writing(TicketRef ticket, Entry entry) {}

    /** How a write fails, and whether it has happened all the same. */
    private record Fault(ConnectedSystemException failure, boolean written) {}

    FakeTicketWriting(FakeTicketSearch tickets) {
        this.tickets = tickets;
    }

    /** Fails the next write that nothing was said of yet. */
    public void failNext(ConnectedSystemException failure, boolean written) {
        faults.add(new Fault(failure, written));
    }

    /** Happens just before each write. */
    public void beforeWriting(Runnable event) {
        beforeWriting = event;
    }

    public void failTraces(ConnectedSystemException failure) {
        traceFailure = Optional.of(failure);
    }

    /** Takes away the right to read journals. */
    public void hideJournals() {
        blind = true;
    }

    public void recover() {
        faults.clear();
        traceFailure = Optional.empty();
        blind = false;
    }

    /** What was written, in its order. */
    public List<Writing> writings() {
        return List.copyOf(writings);
    }

    /** How often a write was tried. */
    public int attempts() {
        return attempts;
    }

    /** All notes of a ticket, in their order, those for its customer among them. */
    public List<String> notes(String ticketId) {
        return writings.stream()
                .filter(writing -> writing.ticket().id().equals(ticketId))
                .map(Writing::entry)
                .flatMap(entry -> entry.note().or(entry::customerNote).stream())
                .toList();
    }

    @Override
    public Uni<Written> write(TicketRef ticket, Entry entry) {
        return Uni.createFrom().item(() -> {
            attempts++;
            beforeWriting.run();
            var fault = Optional.ofNullable(faults.poll());
            var written = fault.isEmpty() || fault.get().written() ? put(ticket, entry) : new Written.Missing();
            fault.ifPresent(any -> {
                throw any.failure();
            });
            return written;
        });
    }

    private Written put(TicketRef ticket, Entry entry) {
        if (tickets.there(ticket.id()).isEmpty()) {
            return new Written.Missing();
        }
        writings.add(new Writing(ticket, entry));
        tickets.change(
                ticket.id(),
                before -> new Described(
                        inState(before.ticket(), entry.state()),
                        entry.description().orElse(before.description())));
        return new Written.Done(tickets.there(ticket.id()).orElseThrow().ticket());
    }

    private static Ticket inState(Ticket ticket, Optional<String> state) {
        return state.map(code -> new Ticket(
                        ticket.id(),
                        ticket.table(),
                        ticket.number(),
                        ticket.shortDescription(),
                        "State " + code,
                        code,
                        ticket.priority(),
                        ticket.url()))
                .orElse(ticket);
    }

    @Override
    public Uni<Trace> trace(TicketRef ticket, String reference) {
        return Uni.createFrom().item(() -> {
            traceFailure.ifPresent(failure -> {
                throw failure;
            });
            if (blind) {
                return Trace.BLIND;
            }
            var found = notes(ticket.id()).stream().anyMatch(note -> note.endsWith(reference));
            return found ? Trace.FOUND : Trace.ABSENT;
        });
    }
}
