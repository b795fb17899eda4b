package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;

/** A system by its XML services. */
record XmlTdSynnex(
        Uni<String> customerNumber,
        Prices prices,
        PurchaseOrders purchaseOrders,
        OrderStatuses orderStatuses,
        Invoices invoices)
        implements TdSynnex {}
