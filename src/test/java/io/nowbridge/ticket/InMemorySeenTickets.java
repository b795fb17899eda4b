package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was seen of tickets, in a map under the same contract as the real ones. */
public final class InMemorySeenTickets implements SeenTickets {

    private final Map<TicketRef, SeenTicket> seen = new HashMap<>();

    @Override
    public Uni<Optional<SeenTicket>> find(TicketRef ref) {
        return Uni.createFrom().item(() -> Optional.ofNullable(seen.get(ref)));
    }

    @Override
    public Uni<Map<TicketRef, SeenTicket>> findAll(Collection<TicketRef> refs) {
        return Uni.createFrom()
                .item(() -> seen.entrySet().stream()
                        .filter(entry -> refs.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Uni<Void> keep(SeenTicket ticket) {
        return Uni.createFrom().voidItem().invoke(() -> merge(ticket));
    }

    @Override
    public Uni<Void> keepAllButNotes(SeenTicket ticket) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var before = Optional.ofNullable(seen.get(ticket.ref()));
            merge(new SeenTicket(
                    ticket.ref(),
                    ticket.ticket(),
                    ticket.assignedTo(),
                    ticket.resolution(),
                    ticket.changedAt(),
                    before.map(SeenTicket::notes).orElse(List.of()),
                    ticket.gone(),
                    ticket.seenAt()));
        });
    }

    private void merge(SeenTicket ticket) {
        seen.merge(ticket.ref(), ticket, (before, after) -> after.seenAt().isBefore(before.seenAt()) ? before : after);
    }
}
