package io.nowbridge.template;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What a Get Order Status template can be told. */
public final class GetOrderStatus {

    /** Whose status is asked for: orders that are not over yet, or all that were placed in so many days. */
    public static final Option<String> SCOPE = Option.choice("scope", "active", "30-days", "60-days", "90-days", "all");

    /** Whether a partial shipment shows in the order's status or in a note. */
    public static final Option<String> PARTIAL_SHIPMENT = Option.choice("partialShipment", "status", "note");

    /** Where tracking numbers are written: there may be several for an order, and for a line of it. */
    public static final Option<String> TRACKING_TARGET =
            Option.choice("trackingTarget", "note", "order", "line", "records");

    /** How many requests the distributor is sent in a day at most: one asks for one order. */
    public static final Option<BigDecimal> REQUESTS_A_DAY = Option.amount("requestsADay", "20000", "1000000");

    static final String STATUSES = "statuses";

    // TD SYNNEX answers for one order at a time (PO status 2.42), so that each run costs as many requests as there are
    // open orders, and sends its own ship notices once an hour (B2B overview 2.52): asking more often finds little.
    private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(15);

    static final Sheet SHEET = new Sheet(
            SHORTEST_INTERVAL,
            List.of(
                    Part.of("order", "proc_po", "PurchaseOrders"),
                    Part.of("line", "proc_po_item", "PurchaseOrderItems"),
                    Part.optional("parcel")),
            List.of(
                    Field.read("order", "orderNumber")
                            .requiredAlways()
                            .atServiceNow("number")
                            .atAutotask("id"),
                    Field.written("order", "status").requiredAlways(),
                    Field.written("order", "note")
                            .requiredIf(TRACKING_TARGET, "note")
                            .requiredIf(PARTIAL_SHIPMENT, "note")
                            .atAutotask("generalMemo"),
                    Field.written("order", "tracking").requiredIf(TRACKING_TARGET, "order"),
                    Field.written("order", "shippedAt").atAutotask("shippingDate"),
                    Field.written("order", "expectedAt")
                            .atServiceNow("expected_delivery")
                            .atAutotask("latestEstimatedArrivalDate"),
                    Field.written("order", "invoiceNumber").holding(20).atAutotask("vendorInvoiceNumber"),
                    Field.read("line", "order")
                            .requiredAlways()
                            .atServiceNow("purchase_order")
                            .atAutotask("orderID"),
                    Field.read("line", "product")
                            .requiredAlways()
                            .atServiceNow("part_number")
                            .atAutotask("productID"),
                    Field.written("line", "lineTracking").requiredIf(TRACKING_TARGET, "line"),
                    Field.written("line", "lineExpectedAt")
                            .atServiceNow("expected_delivery")
                            .atAutotask("estimatedArrivalDate"),
                    Field.written("line", "lineStatus"),
                    Field.written("line", "lineShipped"),
                    Field.written("line", "lineRemaining"),
                    Field.written("parcel", "parcelOrder").requiredIf(TRACKING_TARGET, "records"),
                    Field.written("parcel", "parcelTracking").requiredIf(TRACKING_TARGET, "records"),
                    Field.written("parcel", "parcelCarrier"),
                    Field.written("parcel", "parcelShippedAt"),
                    Field.written("parcel", "parcelContents")),
            List.of(ValueMap.of(
                            STATUSES,
                            "status",
                            "accepted",
                            "in-review",
                            "backordered",
                            "partially-shipped",
                            "shipped",
                            "invoiced",
                            "rejected",
                            "deleted")
                    .requiring("accepted", "shipped")),
            List.of(SCOPE, PARTIAL_SHIPMENT, TRACKING_TARGET, REQUESTS_A_DAY));

    private GetOrderStatus() {}
}
