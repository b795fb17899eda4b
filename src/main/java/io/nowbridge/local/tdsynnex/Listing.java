package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Assortment.Department;
import io.nowbridge.local.tdsynnex.Assortment.Maker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a product on one day.
 *
 * @param changed whether its price, its stock or its standing is another than the day before
 * @param category nine digits
 * @param secondHand whether it is offered under a second SKU, refurbished
 * @param replacement the SKU that takes its place
 */
record Listing(
        String sku,
        String partNumber,
        Maker maker,
        Department department,
        String category,
        String name,
        String description,
        Standing standing,
        boolean changed,
        boolean secondHand,
        Prices prices,
        Stock stock,
        String upc,
        BigDecimal pounds,
        int minimum,
        LocalDate created,
        Optional<String> replacement) {

    /** Whether a file of what changed lists it: it has come or changed today. */
    boolean isNews(LocalDate today) {
        return changed || created.equals(today);
    }

    /**
     * In the currency of the account's country.
     *
     * @param cost with the promotion, if there is one
     */
    record Prices(
            BigDecimal cost, BigDecimal costWithoutPromotion, BigDecimal list, Optional<LocalDate> promotedUntil) {}

    /**
     * How many there are.
     *
     * @param dropShip how many the manufacturer has
     * @param onOrder how many arrive on the day {@code eta}
     */
    record Stock(Map<Warehouse, Integer> onHand, int dropShip, int onOrder, Optional<LocalDate> eta) {

        /** In all warehouses together, the manufacturer's not among them. */
        int total() {
            return onHand.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
