package io.nowbridge.order;

import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;

/** Wakes whoever works on orders; what it loses, the next tick makes up for. */
public interface OrderQueue {

    /** There is something to be done about these. */
    Uni<Void> advance(Collection<OrderId> orders);

    /** The desk of a template is to be looked at: for one purchase order, or for all that are ready. */
    Uni<Void> look(TemplateId template, Optional<String> number, String by);
}
