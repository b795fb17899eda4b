package io.nowbridge.product;

import io.nowbridge.connection.Connection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a distributor sells.
 *
 * <p>Every operation fails with a {@link io.nowbridge.connection.ConnectedSystemException} and with nothing else.
 */
public interface Catalogue {

    /** The newest edition; empty while none has arrived. */
    Uni<Optional<Edition>> newest();

    /** An edition's rows in their order, its {@link Row.Header} first, read as they are consumed and never held whole. */
    Multi<Row> rows(Edition edition);

    /** What is asked for these now, in the order of the answers; those that are not answered for are left out. */
    Uni<List<Quote>> quotes(List<Sku> skus);

    /** Whether prices can be asked for. */
    boolean quotes();

    /**
     * A file of everything, or of everything that changed.
     *
     * @param version tells apart what was delivered under one name
     */
    record Edition(String name, Instant at, long bytes, String version) {}

    /** What a file says, row by row. */
    sealed interface Row {

        /**
         * What the file is.
         *
         * @param full whether what it does not list is sold no more
         * @param date of the prices; empty where the file says none
         */
        record Header(boolean full, Optional<LocalDate> date) implements Row {}

        record Listed(Product product) implements Row {}

        /** A row that cannot be read; {@code line} counts from 1. */
        record Malformed(long line, String cause) implements Row {}
    }

    /**
     * What one product costs at this moment.
     *
     * @param cost empty where this account is shown none
     */
    record Quote(Sku sku, Product.Status status, Optional<BigDecimal> cost, String currency, long quantity) {}

    /** The catalogues of all connections. */
    interface Catalogues {

        /** That of an open connection to a distributor. */
        Catalogue of(Connection distributor);
    }
}
