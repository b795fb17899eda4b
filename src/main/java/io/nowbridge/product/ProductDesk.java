package io.nowbridge.product;

import io.nowbridge.connection.Connection;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The products at a desk.
 *
 * <p>Every operation fails with a {@link io.nowbridge.connection.ConnectedSystemException} and with nothing else where
 * nothing can be said of any product, and answers for each of the changes otherwise, in their order.
 */
public interface ProductDesk {

    /**
     * Makes the desk have the products as wanted: what it has of the same part number and vendor is adopted, and left as it is
     * where the template does not have existing products updated; what they refer to is found or created once. Safe to repeat, also by several at once, and after a write whose answer was lost.
     */
    Uni<List<Item>> write(List<Change> changes);

    /** Compares what the desk has with what is wanted, column by column, and writes nothing. */
    Uni<List<Item>> compare(List<Change> changes);

    /** The desks of all connections. */
    interface ProductDesks {

        /** Whether products can be kept at a desk of this type at all. */
        boolean serve(Connection desk);

        /** The products of a template at its desk, whose connection is open, and which it can {@link #serve}. */
        ProductDesk of(Connection desk, Template template);
    }
}
