package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The service Invoice Query, which not every account has. It is not described in public: this is what its users read.
 *
 * <p>Every operation fails with a {@link TdSynnexException} and with nothing else.
 */
public interface Invoices {

    /** The invoices for an order, by the number that it was submitted with. */
    Uni<List<Invoice>> of(String number);

    /**
     * An invoice.
     *
     * @param total in the currency of the country, with freight, fees and taxes
     */
    record Invoice(String number, Optional<LocalDate> date, Optional<BigDecimal> total, List<Item> items) {

        public Invoice {
            items = List.copyOf(items);
        }
    }

    /**
     * How many of a product were shipped and are invoiced.
     *
     * @param lineNumber the order's, as far as is known; empty where none is said
     */
    record Item(Optional<Integer> lineNumber, String sku, long quantity) {}
}
