package io.nowbridge.order;

import io.nowbridge.connection.Connection;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The purchase orders at a desk, as a template has them.
 *
 * <p>Every operation fails with a {@link io.nowbridge.connection.ConnectedSystemException} and with nothing else.
 */
public interface OrderDesk {

    /** Those that the template's distributor is to get, which are marked as ready, with their lines, fetched as they are consumed. */
    Multi<PurchaseOrder> ready();

    /** One by its number, or by the desk's own id of it, whatever its status and vendor. */
    Uni<Optional<PurchaseOrder>> find(String number);

    /** What else there is, and which condition keeps it from being taken. */
    Uni<List<Passed>> passed();

    /**
     * Makes a purchase order show how its order stands. Safe to repeat, also after a write whose answer was lost: nothing is
     * there twice. The same holds for several at once, but for notes: an order's lease keeps them apart. Answers what the desk
     * did not keep as it was to be.
     */
    Uni<List<String>> show(String id, Report report);

    /**
     * Purchase orders that are not taken.
     *
     * @param status as the desk words it
     * @param condition what would have to be otherwise, for people
     */
    record Passed(String status, String condition, long count) {}

    /** The purchase orders of all connections. */
    interface OrderDesks {

        /** Those of a template, which creates orders or follows them, at its desk, whose connection is open. */
        OrderDesk of(Connection desk, Template template);
    }
}
