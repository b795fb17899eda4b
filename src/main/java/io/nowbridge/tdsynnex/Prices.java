package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The service Price and Availability.
 *
 * <p>Every operation fails with a {@link TdSynnexException} and with nothing else.
 */
public interface Prices {

    /**
     * What products cost now, in the order of the answers, each once. Of those that nothing is said about there is none.
     *
     * @param skus any number of them
     */
    Uni<List<Price>> of(List<String> skus);

    /**
     * What one product costs, in the currency of the country.
     *
     * @param price empty where the account is shown none
     * @param totalQuantity in all warehouses
     */
    record Price(String sku, State state, Optional<BigDecimal> price, long totalQuantity) {}

    /** Whether a product can be had. */
    enum State {
        ACTIVE,
        DISCONTINUED,
        /** There is none of this number. */
        NOT_FOUND,
        /** The account may not buy it. */
        NOT_AUTHORIZED,
        /** Something that the service's description does not have. */
        OTHER
    }
}
