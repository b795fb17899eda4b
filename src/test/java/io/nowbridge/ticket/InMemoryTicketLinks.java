package io.nowbridge.ticket;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Links in a map, under the same contract as the real ones; can be told to be down. */
public final class InMemoryTicketLinks implements TicketLinks {

    private final Map<Link, Ticket> links = new HashMap<>();
    private boolean down;

    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    public Map<Link, Ticket> all() {
        return links;
    }

    @Override
    public Uni<Void> link(Link link, Ticket ticket) {
        return whileUp(() -> links.put(link, ticket)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<LinkedTicket>> find(AnomalyId anomaly, LinkId link) {
        return whileUp(() ->
                sorted(linked -> linked.link().anomaly().equals(anomaly), InMemoryTicketLinks::byId).stream()
                        .filter(linked -> linked.link().id().equals(link))
                        .findFirst());
    }

    @Override
    public Uni<Page<LinkedTicket>> ofAnomaly(AnomalyId anomaly, PageRequest request) {
        return page(linked -> linked.link().anomaly().equals(anomaly), InMemoryTicketLinks::byId, request);
    }

    @Override
    public Uni<Page<LinkedTicket>> ofTicket(TicketRef ticket, PageRequest request) {
        return page(linked -> linked.ref().equals(ticket), InMemoryTicketLinks::byId, request);
    }

    @Override
    public Uni<Page<LinkedTicket>> ofConnection(ConnectionId connection, PageRequest request) {
        return page(
                linked -> linked.link().connection().equals(connection),
                linked -> linked.link().anomaly() + byId(linked),
                request);
    }

    @Override
    public Uni<Void> unlink(LinkedTicket linked) {
        return whileUp(() -> links.remove(linked.link())).replaceWithVoid();
    }

    private Uni<Page<LinkedTicket>> page(
            Predicate<LinkedTicket> wanted, Function<LinkedTicket, String> place, PageRequest request) {
        return whileUp(() -> {
            var sorted = sorted(wanted, place);
            var first = request.from()
                    .map(from -> IntStream.range(0, sorted.size())
                            .filter(index -> place.apply(sorted.get(index)).compareTo(from) > 0)
                            .findFirst()
                            .orElse(sorted.size()))
                    .orElse(0);
            var end = Math.min(first + request.size(), sorted.size());
            return new Page<>(
                    sorted.subList(first, end),
                    end < sorted.size() ? Optional.of(place.apply(sorted.get(end - 1))) : Optional.empty());
        });
    }

    private List<LinkedTicket> sorted(Predicate<LinkedTicket> wanted, Function<LinkedTicket, String> place) {
        return links.entrySet().stream()
                .map(entry -> new LinkedTicket(entry.getKey(), entry.getValue(), List.of()))
                .filter(wanted)
                .sorted(Comparator.comparing(place))
                .toList();
    }

    private static String byId(LinkedTicket linked) {
        return linked.link().id().toString();
    }

    private <T> Uni<T> whileUp(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            if (down) {
                throw new IllegalStateException("the store is down");
            }
            return work.get();
        });
    }
}
