package io.nowbridge.delivery;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of updates in maps, under the same contract as the real ones. */
public final class InMemoryTicketUpdates implements TicketUpdates {

    private final Set<String> known = new HashSet<>();
    private final Map<TicketRef, Line> lines = new HashMap<>();
    private final TreeMap<String, Grave> graves = new TreeMap<>();
    private final Map<ConnectionId, Instant> pauses = new HashMap<>();
    private Optional<String> failing = Optional.empty();

    /** What waits for a ticket, by its place, and whose turn it is. */
    private static final class Line {

        private final TreeMap<Long, Waiting> updates = new TreeMap<>();
        private long next;
        private @Nullable String owner;
        private Instant leaseEnds = Instant.MIN;
        private Instant until = Instant.MIN;
        private Instant due = Instant.MAX;

        private boolean isOf(String worker) {
            return worker.equals(owner);
        }

        private void free(Instant nextLook) {
            owner = null;
            leaseEnds = Instant.MIN;
            due = nextLook;
        }
    }

    private record Grave(Waiting waiting, Buried buried) {}

    /** Lets the next call of the operation called {@code name} fail before it has done anything. */
    public void failNext(String name) {
        failing = Optional.of(name);
    }

    /** What waits for a ticket, in its order. */
    public List<TicketUpdate> waiting(TicketRef ticket) {
        return line(ticket).updates.values().stream().map(Waiting::update).toList();
    }

    @Override
    public Uni<Void> add(TicketUpdate update) {
        return doing("add", () -> {
            if (known.add(update.id())) {
                join(update, Optional.empty(), update.madeAt());
            }
        });
    }

    private void join(TicketUpdate update, Optional<Instant> settles, Instant now) {
        var line = line(update.ticket());
        line.updates.put(line.next, new Waiting(update, line.next, 0, settles));
        line.next++;
        line.due = line.due.equals(Instant.MAX) ? now : line.due;
    }

    @Override
    public Uni<Turn> take(TicketRef ticket, String owner, Instant now, Duration lease) {
        return answering("take", () -> {
            var line = line(ticket);
            if (isParked(ticket.connection(), now)) {
                return Turn.NOT_YET;
            }
            if (line.due.equals(Instant.MAX)) {
                return Turn.IDLE;
            }
            if (line.until.isAfter(now)) {
                return Turn.NOT_YET;
            }
            if (line.owner != null && !line.isOf(owner) && line.leaseEnds.isAfter(now)) {
                return Turn.HELD;
            }
            line.owner = owner;
            line.leaseEnds = now.plus(lease);
            line.due = line.leaseEnds;
            return Turn.TAKEN;
        });
    }

    @Override
    public Uni<Optional<Waiting>> first(TicketRef ticket) {
        return answering("first", () -> line(ticket).updates.values().stream().findFirst());
    }

    @Override
    public Uni<Boolean> announce(Waiting update, String owner, Instant settles) {
        return answering("announce", () -> {
            var line = line(update.update().ticket());
            return line.isOf(owner)
                    && line.updates.computeIfPresent(update.place(), (place, before) -> before.settling(settles))
                            != null;
        });
    }

    @Override
    public Uni<Void> delivered(Waiting update) {
        return doing("delivered", () -> line(update.update().ticket()).updates.remove(update.place()));
    }

    @Override
    public Uni<Void> postpone(Waiting update, String owner, Instant until) {
        return doing("postpone", () -> {
            var line = line(update.update().ticket());
            if (line.isOf(owner)) {
                line.updates.replace(update.place(), update);
                line.until = until;
                line.free(until);
            }
        });
    }

    @Override
    public Uni<Void> bury(Waiting update, String cause, Instant now) {
        return doing("bury", () -> {
            if (line(update.update().ticket()).updates.remove(update.place()) != null) {
                var id =
                        "%013d-%s".formatted(now.toEpochMilli(), update.update().id());
                graves.put(id, new Grave(update, new Buried(id, update.update(), cause, now)));
            }
        });
    }

    @Override
    public Uni<Boolean> leave(TicketRef ticket, String owner, Instant now) {
        return answering("leave", () -> {
            var line = line(ticket);
            if (!line.isOf(owner)) {
                return false;
            }
            line.until = Instant.MIN;
            line.free(line.updates.isEmpty() ? Instant.MAX : now);
            return !line.updates.isEmpty();
        });
    }

    @Override
    public Uni<List<TicketRef>> due(ConnectionId connection, Instant now, int limit) {
        return answering(
                "due",
                () -> isParked(connection, now)
                        ? List.of()
                        : due(connection, now)
                                .limit(limit)
                                .map(Map.Entry::getKey)
                                .toList());
    }

    private Stream<Map.Entry<TicketRef, Line>> due(ConnectionId connection, Instant now) {
        return lines.entrySet().stream()
                .filter(line -> line.getKey().connection().equals(connection))
                .filter(line -> !line.getValue().due.isAfter(now))
                .sorted(Comparator.comparing(line -> line.getValue().due));
    }

    @Override
    public Uni<List<TicketRef>> waiting(ConnectionId connection, int limit) {
        return answering(
                "waiting",
                () -> due(connection, Instant.MAX.minusMillis(1))
                        .limit(limit)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public Uni<Page<Buried>> buried(PageRequest request) {
        return answering("buried", () -> {
            var left = request.from().map(last -> graves.tailMap(last, false)).orElse(graves);
            var page = left.values().stream()
                    .limit(request.size())
                    .map(Grave::buried)
                    .toList();
            return new Page<>(
                    page,
                    page.size() == left.size()
                            ? Optional.empty()
                            : Optional.of(page.getLast().id()));
        });
    }

    @Override
    public Uni<Optional<Whereabouts>> find(String update) {
        return answering(
                "find",
                () -> lines.values().stream()
                        .flatMap(line -> line.updates.values().stream())
                        .filter(waiting -> waiting.update().id().equals(update))
                        .<Whereabouts>map(Whereabouts.InLine::new)
                        .findFirst()
                        .or(() -> graves.values().stream()
                                .filter(grave -> grave.waiting().update().id().equals(update))
                                .<Whereabouts>map(grave -> new Whereabouts.GivenUp(grave.buried()))
                                .findFirst()));
    }

    @Override
    public Uni<Optional<TicketRef>> unearth(String id, Optional<String> note, Instant now) {
        return answering(
                "unearth",
                () -> Optional.ofNullable(graves.remove(id)).map(grave -> {
                    var update = grave.waiting().update();
                    join(
                            note.map(update::saying).orElse(update),
                            grave.waiting().settles(),
                            now);
                    return update.ticket();
                }));
    }

    @Override
    public Uni<Boolean> hasten(TicketRef ticket, Instant now) {
        return answering("hasten", () -> {
            var line = line(ticket);
            if (line.owner != null || line.due.equals(Instant.MAX)) {
                return false;
            }
            line.until = Instant.MIN;
            line.due = now;
            return true;
        });
    }

    @Override
    public Uni<Void> park(ConnectionId connection, Instant until) {
        return doing("park", () -> pauses.merge(connection, until, (one, other) -> one.isAfter(other) ? one : other));
    }

    private boolean isParked(ConnectionId connection, Instant now) {
        return pauses.getOrDefault(connection, Instant.MIN).isAfter(now);
    }

    private Line line(TicketRef ticket) {
        return lines.computeIfAbsent(ticket, any -> new Line());
    }

    private Uni<Void> doing(String name, Runnable change) {
        return Uni.createFrom().voidItem().invoke(() -> {
            failIfTold(name);
            change.run();
        });
    }

    private <T> Uni<T> answering(String name, Supplier<T> answer) {
        return Uni.createFrom().item(() -> {
            failIfTold(name);
            return answer.get();
        });
    }

    private void failIfTold(String name) {
        if (failing.filter(name::equals).isPresent()) {
            failing = Optional.empty();
            throw new IllegalStateException("the store is down");
        }
    }
}
