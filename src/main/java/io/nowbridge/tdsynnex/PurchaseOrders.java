package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;

/**
 * The service Purchase Order.
 *
 * <p>Every operation fails with a {@link TdSynnexException} and with nothing else.
 */
public interface PurchaseOrders {

    /**
     * Submits an order, once: nothing is repeated, whatever fails. Unless a failure says that {@linkplain
     * TdSynnexException#nothingHappened() nothing happened}, the order may be there. TD SYNNEX takes about 5 s, and 14 s were
     * seen.
     */
    Uni<Receipt> submit(Order order);

    /**
     * What is ordered. A text that is not wanted is empty.
     *
     * @param number 20 characters at most; TD SYNNEX takes each once for an account
     * @param shipMethod 5 characters at most; empty for TD SYNNEX's choice
     * @param shipFromWarehouse the only one; empty for any
     * @param comment whatever it says, a sales representative has to release the order then
     */
    record Order(
            String number,
            Recipient recipient,
            boolean backOrder,
            boolean shipComplete,
            String shipMethod,
            String shipFromWarehouse,
            String comment,
            List<Item> items) {

        public Order {
            items = List.copyOf(items);
        }
    }

    /** Where it goes, in TD SYNNEX's own fields. */
    record Recipient(
            String addressName1,
            String addressName2,
            String addressLine1,
            String addressLine2,
            String city,
            String state,
            String zipCode,
            String country,
            String contactName,
            String phoneNumber,
            String emailAddress) {}

    record Item(int lineNumber, String sku, BigDecimal unitPrice, long quantity) {}

    /**
     * What TD SYNNEX says to it.
     *
     * @param duplicate whether it has an order of this number already, and so has not looked at this one
     * @param rows at least one for each line that was ordered, unless it was rejected as a whole
     */
    record Receipt(OrderCode code, boolean duplicate, String reason, List<Row> rows) {

        public Receipt {
            rows = List.copyOf(rows);
        }

        /** A line, or what one warehouse has of it. */
        public record Row(int lineNumber, OrderCode code, OrderType type, String orderNumber, String reason) {}
    }
}
