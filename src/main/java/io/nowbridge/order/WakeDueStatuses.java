package io.nowbridge.order;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.paging.Page;
import io.nowbridge.template.TemplateKind;
import io.nowbridge.template.Templates;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Wakes the orders whose distributor is to be asked how they stand, those that wait longest first, and no more than may be
 * asked about by now; and those that their desk does not show yet as it should.
 */
public final class WakeDueStatuses {

    // Of these, only those are due that their desk does not show yet.
    private static final Set<Stage> RESTING =
            Set.of(Stage.INVALID, Stage.HELD, Stage.REJECTED, Stage.NEEDS_ATTENTION, Stage.DONE);

    private final Templates templates;
    private final Orders orders;
    private final OrderQueue queue;
    private final StatusBudget budget;
    private final InstantSource clock;
    private final int most;

    /** Wakes {@code most} orders at a time. */
    public WakeDueStatuses(Templates templates, Orders orders, OrderQueue queue, InstantSource clock, int most) {
        this.templates = templates;
        this.orders = orders;
        this.queue = queue;
        this.budget = new StatusBudget(orders);
        this.clock = clock;
        this.most = most;
    }

    /** Tells how many were woken. */
    public Uni<Integer> run() {
        var now = clock.instant();
        return left(now)
                .flatMap(left -> Multi.createBy()
                        .concatenating()
                        .streams(orders.due(RESTING, now), toBeAskedAbout(left, now))
                        .select()
                        .first(most)
                        .collect()
                        .asList())
                .flatMap(this::wake);
    }

    private Multi<OrderId> toBeAskedAbout(Map<ConnectionId, Integer> left, Instant now) {
        return orders.due(Set.of(Stage.PLACED), now)
                .onItem()
                .transformToUniAndConcatenate(orders::find)
                .select()
                .first(any -> left.isEmpty() || left.values().stream().anyMatch(some -> some > 0))
                .filter(order -> order.filter(due -> isLeft(due, left)).isPresent())
                .map(order -> order.orElseThrow().id());
    }

    /** How many requests each distributor may be sent by now whose orders are followed. */
    private Uni<Map<ConnectionId, Integer>> left(Instant now) {
        return Page.all(templates::page)
                .filter(template -> template.enabled() && template.form().kind() == TemplateKind.GET_ORDER_STATUS)
                .onItem()
                .transformToUniAndConcatenate(template -> budget.left(template, now)
                        .map(left -> Map.entry(template.form().distributor(), left)))
                .collect()
                .in(HashMap::new, (all, one) -> all.merge(one.getKey(), one.getValue(), Math::max));
    }

    // What nobody follows costs no request.
    private static boolean isLeft(Order order, Map<ConnectionId, Integer> left) {
        var rest = Optional.ofNullable(left.computeIfPresent(order.distributor(), (any, some) -> some - 1));
        return rest.filter(some -> some < 0).isEmpty();
    }

    private Uni<Integer> wake(List<OrderId> due) {
        return due.isEmpty() ? Uni.createFrom().item(0) : queue.advance(due).replaceWith(due.size());
    }
}
