package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;

/** One TD SYNNEX system, spoken to as a user of an account. */
public interface TdSynnex {

    /** Whose account it is; fails with a {@link TdSynnexException} and with nothing else. */
    Uni<String> customerNumber();

    Prices prices();

    PurchaseOrders purchaseOrders();

    OrderStatuses orderStatuses();

    Invoices invoices();
}
