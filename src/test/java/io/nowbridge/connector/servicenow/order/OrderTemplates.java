package io.nowbridge.connector.servicenow.order;

import static io.nowbridge.template.TemplateFixtures.sorted;

import io.nowbridge.template.Mappings;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateKind;
import java.util.Map;

/** Templates that have purchase orders as the stand-in has them. */
final class OrderTemplates {

    private OrderTemplates() {}

    /** One that creates orders, and maps what the other one maps as well, so that either can show all of it. */
    static Template creating() {
        var mappings = new Mappings(
                sorted(Map.of("order", "proc_po", "line", "proc_po_item", "parcel", "u_tds_shipment")),
                sorted(Map.ofEntries(
                        Map.entry("orderNumber", "number"),
                        Map.entry("status", "u_tds_order_status"),
                        Map.entry("externalOrderNumber", "u_tds_cpo_id"),
                        Map.entry("vendor", "vendor"),
                        Map.entry("shipTo", "ship_to"),
                        Map.entry("contact", "requested_by"),
                        Map.entry("comment", "u_tds_comment"),
                        Map.entry("message", "u_tds_message"),
                        Map.entry("note", "work_notes"),
                        Map.entry("tracking", "u_tds_tracking"),
                        Map.entry("expectedAt", "expected_delivery"),
                        Map.entry("shippedAt", "u_tds_shipped_on"),
                        Map.entry("order", "purchase_order"),
                        Map.entry("product", "part_number"),
                        Map.entry("quantity", "ordered_quantity"),
                        Map.entry("unitPrice", "cost"),
                        Map.entry("unit", "u_unit"),
                        Map.entry("lineShipped", "u_tds_shipped"),
                        Map.entry("lineTracking", "u_tds_tracking"),
                        Map.entry("parcelOrder", "u_purchase_order"),
                        Map.entry("parcelTracking", "u_tracking"),
                        Map.entry("parcelCarrier", "u_carrier"),
                        Map.entry("parcelShippedAt", "u_shipped_on"),
                        Map.entry("parcelContents", "u_contents"))),
                sorted(Map.of("statuses", sorted(Map.of("ready", "Send to TDS", "submitted", "TDS Received")))));
        return TemplateFixtures.template("orders", TemplateFixtures.form(TemplateKind.CREATE_ORDERS, mappings));
    }

    static Template choosing(String option, String value) {
        return TemplateFixtures.template(
                "orders", TemplateFixtures.choosing(creating().form(), option, value));
    }

    /** One whose purchase orders are marked otherwise. */
    static Template readyAt(String status) {
        var form = creating().form();
        return TemplateFixtures.template(
                "orders",
                TemplateFixtures.with(
                        form,
                        new Mappings(
                                form.mappings().tables(),
                                form.mappings().fields(),
                                sorted(Map.of("statuses", sorted(Map.of("ready", status)))))));
    }

    static Template mapping(String field, String column) {
        return TemplateFixtures.template(
                "orders", TemplateFixtures.mapping(creating().form(), field, column));
    }
}
