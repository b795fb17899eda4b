package io.nowbridge.order;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Orders in maps, under the same contract as the real ones; safe for several at once. */
public final class InMemoryOrders implements Orders {

    private final Map<OrderId, Order> orders = new HashMap<>();
    private final Map<OrderId, Lease> leases = new HashMap<>();
    private final Map<Day, Integer> spent = new HashMap<>();
    private Optional<String> failing = Optional.empty();

    private record Lease(String owner, Instant until) {}

    private record Day(ConnectionId distributor, LocalDate day) {}

    /** Lets the next call of the operation called {@code name} fail before it has done anything. */
    public synchronized void failNext(String name) {
        failing = Optional.of(name);
    }

    /** An order that there is. */
    public synchronized Order order(OrderId id) {
        return Optional.ofNullable(orders.get(id)).orElseThrow();
    }

    /** Every order, the oldest first. */
    public synchronized List<Order> all() {
        return orders.values().stream()
                .sorted(Comparator.comparing(InMemoryOrders::place))
                .toList();
    }

    @Override
    public Uni<Boolean> add(Order order) {
        return answering("add", () -> orders.putIfAbsent(order.id(), order) == null);
    }

    @Override
    public Uni<Optional<Order>> find(OrderId id) {
        return answering("find", () -> Optional.ofNullable(orders.get(id)));
    }

    @Override
    public Uni<Optional<Order>> take(OrderId id, String owner, Instant now, Instant until) {
        return answering("take", () -> {
            var order = Optional.ofNullable(orders.get(id)).filter(there -> isFree(id, owner, now));
            order.ifPresent(taken -> leases.put(id, new Lease(owner, until)));
            return order;
        });
    }

    private boolean isFree(OrderId id, String owner, Instant now) {
        var lease = leases.get(id);
        return lease == null || lease.owner().equals(owner) || !lease.until().isAfter(now);
    }

    @Override
    public Uni<Boolean> change(Order order, String owner) {
        return answering("change", () -> {
            var before = orders.get(order.id());
            var lease = leases.get(order.id());
            if (before == null
                    || before.version() != order.version() - 1
                    || lease != null && !lease.owner().equals(owner)) {
                return false;
            }
            orders.put(order.id(), order);
            return true;
        });
    }

    @Override
    public Uni<Void> giveBack(OrderId id, String owner) {
        return answering("giveBack", () -> {
                    Optional.ofNullable(leases.get(id))
                            .filter(lease -> lease.owner().equals(owner))
                            .ifPresent(lease -> leases.remove(id));
                    return id;
                })
                .replaceWithVoid();
    }

    @Override
    public Multi<OrderId> due(Set<Stage> stages, Instant now) {
        return answering(
                        "due",
                        () -> orders.values().stream()
                                .filter(order -> stages.contains(order.stage()))
                                .filter(order ->
                                        !order.next().orElse(Instant.MAX).isAfter(now))
                                .sorted(Comparator.comparing(
                                        order -> order.next().orElseThrow()))
                                .map(Order::id)
                                .toList())
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids));
    }

    @Override
    public Uni<Page<Order>> page(ConnectionId desk, Filter filter, PageRequest request) {
        return answering("page", () -> {
            var newestFirst = new TreeMap<String, Order>().descendingMap();
            matching(desk, filter).forEach(order -> newestFirst.put(place(order), order));
            var left =
                    request.from().map(last -> newestFirst.tailMap(last, false)).orElse(newestFirst);
            var page = left.values().stream().limit(request.size()).toList();
            return new Page<>(page, page.size() == left.size() ? Optional.empty() : Optional.of(place(page.getLast())));
        });
    }

    private Stream<Order> matching(ConnectionId desk, Filter filter) {
        return orders.values().stream()
                .filter(order -> order.desk().equals(desk))
                .filter(order -> filter.stages().isEmpty() || filter.stages().contains(order.stage()))
                .filter(order -> filter.number()
                        .map(number -> number.equals(order.asked().number())
                                || number.equals(order.key().number()))
                        .orElse(true));
    }

    @Override
    public Uni<List<OrderId>> alike(Order order, Instant since) {
        return answering(
                "alike",
                () -> all().stream()
                        .filter(other -> !other.key().equals(order.key()))
                        .filter(other -> !other.created().isBefore(since))
                        .filter(other -> Likeness.of(other).equals(Likeness.of(order)))
                        .map(Order::id)
                        .toList());
    }

    @Override
    public Uni<Boolean> spend(ConnectionId distributor, LocalDate day, int most) {
        return answering("spend", () -> {
            var that = new Day(distributor, day);
            var before = spent.getOrDefault(that, 0);
            var isLeft = before < most;
            if (isLeft) {
                spent.put(that, before + 1);
            }
            return isLeft;
        });
    }

    @Override
    public Uni<Integer> spent(ConnectionId distributor, LocalDate day) {
        return answering("spent", () -> spent.getOrDefault(new Day(distributor, day), 0));
    }

    private <T> Uni<T> answering(String name, Supplier<T> answer) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                if (failing.filter(name::equals).isPresent()) {
                    failing = Optional.empty();
                    throw new IllegalStateException("the store is down");
                }
                return answer.get();
            }
        });
    }

    private static String place(Order order) {
        return "%013d#%s".formatted(order.created().toEpochMilli(), order.id());
    }
}
