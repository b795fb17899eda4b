package io.nowbridge.connector.tdsynnex;

import io.nowbridge.tdsynnex.Invoices;
import io.nowbridge.tdsynnex.Invoices.Invoice;
import io.nowbridge.tdsynnex.OrderStatuses.OrderStatus;
import io.nowbridge.tdsynnex.TdSynnexException;
import io.nowbridge.tdsynnex.TdSynnexException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Invoices, as far as an account has the service: how an order stands is worth telling without them. */
final class OptionalInvoices {

    private static final Logger LOG = Logger.getLogger(OptionalInvoices.class);

    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(6);

    private final Invoices invoices;
    private final InstantSource clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    OptionalInvoices(Invoices invoices, InstantSource clock) {
        this.invoices = invoices;
        this.clock = clock;
    }

    /** Those for an order; none, where nothing was shipped or where they cannot be had now. */
    Uni<List<Invoice>> of(String number, OrderStatus order) {
        if (order.rows().stream().allMatch(row -> row.shipped() == 0)
                || clock.instant().isBefore(next.get())) {
            return Uni.createFrom().item(List.of());
        }
        return invoices.of(number)
                .onFailure(TdSynnexException.class)
                .invoke(this::remember)
                .onFailure(TdSynnexException.class)
                .recoverWithItem(List.of());
    }

    // What passes by itself is asked for with the next order; an account without the service is left alone for longer.
    private void remember(Throwable failure) {
        if (!(failure instanceof Unavailable)) {
            next.set(clock.instant().plus(UNTIL_ASKED_AGAIN));
        }
        LOG.infof("Orders are followed without invoices: %s", failure.getMessage());
    }
}
