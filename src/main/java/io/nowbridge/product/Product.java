package io.nowbridge.product;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A product as its distributor describes it. A text that the distributor leaves out is empty.
 *
 * @param category the distributor's code; its first digits name the wider categories
 * @param quantity how many can be had now, in all warehouses together
 * @param unit what one of it is: {@code EA}
 * @param weight in the distributor's unit of weight
 * @param replacedBy what is sold in its place
 */
public record Product(
        Sku sku,
        String manufacturerPartNumber,
        String manufacturer,
        String name,
        String description,
        Status status,
        String category,
        Prices prices,
        long quantity,
        String unit,
        String upc,
        Optional<BigDecimal> weight,
        Optional<Sku> replacedBy,
        long minimumQuantity) {

    /** Whether, and for how long, it can be ordered. */
    public enum Status {
        ACTIVE,
        SPECIAL_ORDER,
        END_OF_LIFE,
        TO_BE_DISCONTINUED,
        DISCONTINUED;

        /** The one of a word. Fails with an {@link IllegalArgumentException} where there is none. */
        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** As templates name it: {@code end-of-life}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What it costs, each in {@code currency}, an ISO 4217 code; empty where the distributor names no price.
     *
     * @param cost with promotions and rebates
     * @param costWithoutPromotion without them
     * @param list what the manufacturer suggests
     */
    public record Prices(
            String currency,
            Optional<BigDecimal> cost,
            Optional<BigDecimal> costWithoutPromotion,
            Optional<BigDecimal> list) {

        public Prices {
            if (Stream.of(cost, costWithoutPromotion, list)
                    .flatMap(Optional::stream)
                    .anyMatch(price -> price.signum() < 0)) {
                throw new IllegalArgumentException("it has a price below zero");
            }
        }
    }
}
