package io.nowbridge.tdsynnex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A line of a price file, in its own words. Texts are stripped, and empty where the file leaves them out. */
public sealed interface PriceLine {

    /** The first line (kind {@code HDR}). A full file lists everything, a delta what has changed. */
    record Header(Optional<LocalDate> date, boolean full) implements PriceLine {}

    /**
     * A product (kind {@code DTL}), by the fields of the price and availability flat file 4.3.
     *
     * @param sku field 5
     * @param status field 6: {@code A}, {@code C}, {@code S}, or {@code D} for discontinued
     * @param totalQuantity field 10: what all warehouses have together. The fields of single warehouses stand for others in
     *     the United States than in Canada, and are not read
     * @param contractPrice field 13: with promotions and rebates, so what it costs
     * @param msrp field 14
     * @param unitCost field 21: without promotions
     * @param categoryCode field 25: three levels of three digits
     * @param abcCode field 40: {@code A} active, {@code B} special order, {@code C} end of life, {@code T} to be discontinued
     * @param longDescription fields 50 to 52 in one
     * @param replacementSku field 65
     */
    record Detail(
            String sku,
            String manufacturerPartNumber,
            String status,
            String description,
            String manufacturer,
            long totalQuantity,
            Optional<BigDecimal> contractPrice,
            Optional<BigDecimal> msrp,
            Optional<BigDecimal> unitCost,
            String categoryCode,
            Optional<BigDecimal> weight,
            String upc,
            String abcCode,
            String longDescription,
            String replacementSku,
            long minimumOrderQuantity)
            implements PriceLine {}

    /** A line that cannot be read; lines count from 1. */
    record Malformed(long line, String reason) implements PriceLine {}
}
