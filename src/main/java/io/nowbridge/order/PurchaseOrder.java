package io.nowbridge.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A purchase order as it stands at the desk. A text that the desk leaves out is empty.
 *
 * @param id the desk's own
 * @param number as people know it: {@code PO0010001}
 * @param status as the desk words it
 * @param comment what a person at the distributor is to read
 */
public record PurchaseOrder(String id, String number, String status, ShipTo shipTo, String comment, List<Line> lines) {

    public PurchaseOrder {
        lines = List.copyOf(lines);
    }

    /**
     * Something that is ordered.
     *
     * @param id the desk's own
     * @param number counts the lines from 1, in the desk's order
     * @param sku the distributor's
     * @param product as people know it
     * @param unitPrice empty where the desk names none
     */
    public record Line(
            String id,
            int number,
            String sku,
            String product,
            BigDecimal quantity,
            String unit,
            Optional<Money> unitPrice) {

        private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);

        /** How many; empty unless that is a whole number, and one at least. */
        public Optional<Long> pieces() {
            return quantity.signum() > 0 && quantity.stripTrailingZeros().scale() <= 0 && quantity.compareTo(MOST) <= 0
                    ? Optional.of(quantity.longValueExact())
                    : Optional.empty();
        }
    }

    /**
     * Where it goes.
     *
     * @param country an ISO 3166 code of two letters
     */
    public record ShipTo(
            String name,
            String name2,
            String line1,
            String line2,
            String city,
            String state,
            String zip,
            String country,
            String contact,
            String phone,
            String email) {}
}
