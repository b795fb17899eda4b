package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The supplier's side of a Source-to-Pay instance (ServiceNow docs, Spend Integration API); it needs the role
 * {@code sn_spend_intg.procurement_integrator}.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface SupplierApi {

    /** How many products one call may carry. */
    int MOST = 1000;

    /** What is told about products. */
    enum Matter {
        CATALOG,
        PRICE,
        AVAILABILITY;

        /** As it stands in the API's path. */
        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whose products they are, as agreed with the instance's procurement.
     *
     * @param importId names this delivery to both sides
     */
    record Supplier(String customerId, String catalogId, String supplierId, String importId) {}

    /**
     * Tells up to {@link #MOST} products, of which each has a {@code sku}, and waits until they are taken in; answers what was
     * wrong with those that were not, by SKU.
     */
    Uni<Map<String, String>> tell(Matter matter, Supplier supplier, List<Map<String, Object>> products);
}
