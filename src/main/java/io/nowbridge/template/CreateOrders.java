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

    /** What becomes of an order with a price beyond the tolerance: it waits for a person, or for another price, or goes out. */
    public static final Option<String> PRICE_DIFFERENCE = Option.choice("priceDifference", "ask", "block", "accept");

    /**
     * Whether a comment goes out with an order that has one. At TD SYNNEX every comment puts the order into a sales
     * representative's queue, where a person has to release it (PO specification 3.37).
     */
    public static final Option<Boolean> MANUAL_REVIEW = Option.toggle("manualReview", false);

    /** From which total on an order waits for a person, in the currency of the order; 0 for none. */
    public static final Option<BigDecimal> APPROVAL_FROM = Option.amount("approvalFrom", "0", "1000000000");

    /** How long ago another order for the same things, to the same place, may be, so that a person is asked. */
    public static final Option<String> SIMILAR_WITHIN =
            Option.choice("similarWithin", "7-days", "1-day", "30-days", "never");

    /** What the purchase order's number begins with at the distributor, where several desks share an account. */
    public static final Option<String> NUMBER_PREFIX = Option.text("numberPrefix", "", 8);

    /** Whether what is not in stock is sent when it is. */
    public static final Option<Boolean> BACK_ORDER = Option.toggle("backOrder", true);

    /** Whether nothing is sent before everything can be. */
    public static final Option<Boolean> SHIP_COMPLETE = Option.toggle("shipComplete", false);

    /** The distributor's code for how it ships; empty for its own choice. */
    public static final Option<String> SHIP_METHOD = Option.text("shipMethod", "", 5);

    /** The only warehouse to ship from; empty for any. */
    public static final Option<String> WAREHOUSE = Option.text("warehouse", "", 2);

    /** The country of addresses that name none, an ISO 3166 code of two letters. */
    public static final Option<String> COUNTRY = Option.text("country", "", 2);

    /** Who is to be called about a delivery, where the purchase order names nobody. */
    public static final Option<String> CONTACT = Option.text("contact", "", 30);

    /** Their phone number. */
    public static final Option<String> CONTACT_PHONE = Option.text("contactPhone", "", 20);

    /** Their e-mail address. */
    public static final Option<String> CONTACT_EMAIL = Option.text("contactEmail", "", 30);

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
                    Field.read("order", "contact").atServiceNow("requested_by"),
                    Field.read("order", "comment"),
                    Field.written("order", "message"),
                    Field.written("order", "note").atAutotask("generalMemo"),
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
                            .atAutotask("unitCost"),
                    Field.read("line", "unit")),
            List.of(ValueMap.of(STATUSES, "status", "ready", "submitted", "accepted", "in-review", "rejected")
                    .requiring("ready", "submitted")),
            List.of(
                    VENDOR,
                    SHIP_TO,
                    SUBMISSION,
                    PRICE_TOLERANCE,
                    PRICE_DIFFERENCE,
                    MANUAL_REVIEW,
                    APPROVAL_FROM,
                    SIMILAR_WITHIN,
                    NUMBER_PREFIX,
                    BACK_ORDER,
                    SHIP_COMPLETE,
                    SHIP_METHOD,
                    WAREHOUSE,
                    COUNTRY,
                    CONTACT,
                    CONTACT_PHONE,
                    CONTACT_EMAIL));

    private CreateOrders() {}
}
