package io.nowbridge.order;

import io.nowbridge.connection.Connection;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who orders are placed with.
 *
 * <p>Every operation fails with a {@link io.nowbridge.connection.ConnectedSystemException} and with nothing else.
 */
public interface Distributor {

    /** The account in which orders are placed. */
    Uni<AccountId> account();

    Terms terms();

    /**
     * Places an order. Never repeated here; where a failure does not say that {@linkplain
     * io.nowbridge.connection.ConnectedSystemException#nothingHappened() nothing happened}, the order may be there, and {@link
     * #standing} has to be asked before another attempt.
     */
    Uni<Placement> place(Request request);

    /** How an order stands; empty if the distributor has none of this number. */
    Uni<Optional<Standing>> standing(String number);

    /**
     * What orders have to be like.
     *
     * @param country the only one that is delivered to, an ISO 3166 code of two letters
     * @param currency of all prices, an ISO 4217 code
     * @param tolerance how far a price may be from the distributor's, before it puts the order into a queue of its own
     * @param lengths how long texts may be at most, by what they are: {@code number}, and the components of {@link ShipTo}
     */
    record Terms(String country, String currency, BigDecimal tolerance, Map<String, Integer> lengths) {

        public Terms {
            lengths = Map.copyOf(lengths);
        }
    }

    /**
     * An order as it is sent.
     *
     * @param number the purchase order's, with its prefix
     * @param backOrder whether what is not in stock may come later
     * @param shipComplete whether nothing is sent before everything can be
     * @param shipMethod the distributor's code; empty for its own choice
     * @param warehouse the only one to ship from; empty for any
     * @param comment what a person at the distributor is to read, who has to release the order then; empty for none
     */
    record Request(
            String number,
            ShipTo shipTo,
            boolean backOrder,
            boolean shipComplete,
            String shipMethod,
            String warehouse,
            String comment,
            List<Item> items) {

        public Request {
            items = List.copyOf(items);
        }

        public record Item(int line, String sku, long quantity, BigDecimal unitPrice) {}
    }

    /** What the distributor says to an order. */
    sealed interface Placement {

        /** It has it, or some of it: each line says for itself. */
        record Taken(List<Line> lines) implements Placement {

            public Taken {
                lines = List.copyOf(lines);
            }
        }

        /** It has one of this number already. */
        record Duplicate(String words) implements Placement {}

        /** It does not want it, and has nothing of it. */
        record Refused(String words) implements Placement {}

        /**
         * What became of a line.
         *
         * @param orderNumber the distributor's; empty where there is none
         * @param words the distributor's own; empty where it said nothing
         */
        record Line(int line, Status status, String orderNumber, String words) {}
    }

    /** The distributors of all connections. */
    interface Distributors {

        /** That of an open connection. */
        Distributor of(Connection distributor);
    }
}
