package io.nowbridge.local.tdsynnex;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a box has of a portion; a box with several lines goes under one tracking number.
 *
 * @param tracking empty where there is none
 * @param invoice the number of its invoice, once it has one
 */
record Parcel(
        String tracking,
        int line,
        String orderNumber,
        int warehouse,
        long quantity,
        List<String> serialNumbers,
        Instant shippedAt,
        Optional<String> invoice) {

    Parcel {
        serialNumbers = List.copyOf(serialNumbers);
    }

    boolean isInvoiced() {
        return invoice.isPresent();
    }

    Parcel invoiced(String its) {
        return new Parcel(tracking, line, orderNumber, warehouse, quantity, serialNumbers, shippedAt, Optional.of(its));
    }
}
