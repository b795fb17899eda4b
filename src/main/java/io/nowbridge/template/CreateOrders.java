package io.nowbridge.template;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What a Create Orders template can be told. */
public final class CreateOrders {

    /** The vendor, as the desk calls it, whose purchase orders are the distributor's to serve. */
    public static final Option<String> VENDOR = Option.text("vendor", "TD SYNNEX", 100);

    /** The stockroom that orders go to which name none. */
    public static final Option<String> SHIP_TO = Option.text("shipToStockroom", "", 100);

    /** Whether orders go out as soon as they are seen, at the times of the schedule only, or when a person says so. */
    public static final Option<String> SUBMISSION = Option.choice("submission", "scheduled", "immediate", "manual");

    /**
     * How far a line's price may be from the distributor's, in the currency of the order. TD SYNNEX puts an order with a
     * larger difference than 0.01 (United States) or 0.02 (Canada) into a queue of its own (PO specification 3.37).
     */
    public static final Option<BigDecimal> PRICE_TOLERANCE = Option.amount("priceTolerance", "0.01", "1000");

    /** Whether an order beyond the tolerance waits for a person here, rather than at the distributor. */
    public static final Option<Boolean> MANUAL_REVIEW = Option.toggle("manualReview", true);

    static final String STATUSES = "statuses";

    static final Sheet SHEET = new Sheet(
            Duration.ofMinutes(5),
            List.of(
                    Part.of("order", "proc_po", "PurchaseOrders"),
                    Part.of("line", "proc_po_item", "PurchaseOrderItems")),
            List.of(
                    Field.read("order", "orderNumber")
                            .requiredAlways()
                            .atServiceNow("number")
                            .atAutotask("id"),
                    Field.written("order", "status").requiredAlways(),
                    Field.written("order", "externalOrderNumber")
                            .requiredAlways()
                            .holding(20)
                            .atAutotask("externalPONumber"),
                    Field.read("order", "vendor")
                            .requiredAlways()
                            .atServiceNow("vendor")
                            .atAutotask("vendorID"),
                    Field.read("order", "shipTo").atServiceNow("ship_to").atAutotask("shipToName"),
                    Field.written("order", "message").atAutotask("generalMemo"),
                    Field.read("line", "order")
                            .requiredAlways()
                            .atServiceNow("purchase_order")
                            .atAutotask("orderID"),
                    Field.read("line", "product")
                            .requiredAlways()
                            .atServiceNow("part_number")
                            .atAutotask("productID"),
                    Field.read("line", "quantity")
                            .requiredAlways()
                            .atServiceNow("ordered_quantity")
                            .atAutotask("quantity"),
                    Field.read("line", "unitPrice")
                            .requiredAlways()
                            .atServiceNow("cost")
                            .atAutotask("unitCost")),
            List.of(ValueMap.of(STATUSES, "status", "ready", "submitted", "accepted", "in-review", "rejected")
                    .requiring("ready", "submitted")),
            List.of(VENDOR, SHIP_TO, SUBMISSION, PRICE_TOLERANCE, MANUAL_REVIEW));

    private CreateOrders() {}
}
