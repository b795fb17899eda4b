package io.nowbridge.order;

import io.smallrye.mutiny.Uni;

/**
 * Something that is done about an order: what it answers is the order's next version, which is kept before anything else is
 * done. Fails with nothing but a bug: what the outside refuses is said in the order.
 */
interface Step {

    Uni<Order> take(Order order, Way way);
}
