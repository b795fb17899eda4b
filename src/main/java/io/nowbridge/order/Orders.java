package io.nowbridge.order;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The orders there are, each once. */
public interface Orders {

    /** Keeps a new order; false if there is one of its key. */
    Uni<Boolean> add(Order order);

    Uni<Optional<Order>> find(OrderId id);

    /** Takes an order until {@code until}, as it is now; empty if there is none, or another has it. Again by its owner, it lasts longer. */
    Uni<Optional<Order>> take(OrderId id, String owner, Instant now, Instant until);

    /**
     * Writes an order, whose {@link Order#version} is one more than that it was read with; false if it was written meanwhile, or
     * if another than {@code owner} has taken it.
     */
    Uni<Boolean> change(Order order, String owner);

    /** Gives an order back that {@code owner} has taken; nothing happens if another has it by now. */
    Uni<Void> giveBack(OrderId id, String owner);

    /** Those for which something is to be done by now, whose stage is one of these, the longest overdue first. */
    Multi<OrderId> due(Set<Order.Stage> stages, Instant now);

    /** Those of a connected desk, newest first. */
    Uni<Page<Order>> page(ConnectionId desk, Filter filter, PageRequest request);

    /** Those that ask for the same things at the same place, created since {@code since}. */
    Uni<List<OrderId>> alike(Order order, Instant since);

    /** Adds one to the requests made of a distributor on a day, unless there are {@code most} already; whether it did. */
    Uni<Boolean> spend(ConnectionId distributor, LocalDate day, int most);

    /** How many requests were made of a distributor on a day. */
    Uni<Integer> spent(ConnectionId distributor, LocalDate day);

    /**
     * Which orders are wanted.
     *
     * @param stages any of these; empty for all
     * @param number of the purchase order, with or without its prefix
     */
    record Filter(Set<Order.Stage> stages, Optional<String> number) {

        public static final Filter ALL = new Filter(Set.of(), Optional.empty());

        public Filter {
            stages = Set.copyOf(stages);
        }
    }
}
