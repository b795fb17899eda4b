package io.nowbridge.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The templates of the local run that order what ServiceNow's purchase orders ask for, and bring back what becomes of it. */
final class DemoOrders {

    private static final String STATUS = "u_tds_order_status";

    private static final Map<String, String> ORDERED = Map.ofEntries(
            Map.entry("orderNumber", "number"),
            Map.entry("status", STATUS),
            Map.entry("externalOrderNumber", "u_tds_cpo_id"),
            Map.entry("vendor", "vendor"),
            Map.entry("shipTo", "ship_to"),
            Map.entry("contact", "requested_by"),
            Map.entry("comment", "u_tds_comment"),
            Map.entry("message", "u_tds_message"),
            Map.entry("note", "work_notes"),
            Map.entry("order", "purchase_order"),
            Map.entry("product", "part_number"),
            Map.entry("quantity", "ordered_quantity"),
            Map.entry("unitPrice", "cost"),
            Map.entry("unit", "u_unit"));

    private static final Map<String, String> FOLLOWED = Map.ofEntries(
            Map.entry("orderNumber", "number"),
            Map.entry("status", STATUS),
            Map.entry("note", "work_notes"),
            Map.entry("shippedAt", "u_tds_shipped_on"),
            Map.entry("expectedAt", "expected_delivery"),
            Map.entry("invoiceNumber", "u_tds_invoice"),
            Map.entry("order", "purchase_order"),
            Map.entry("product", "part_number"),
            Map.entry("lineStatus", "u_tds_line_status"),
            Map.entry("lineShipped", "u_tds_shipped"),
            Map.entry("lineRemaining", "u_tds_remaining"),
            Map.entry("lineExpectedAt", "expected_delivery"),
            Map.entry("parcelOrder", "u_purchase_order"),
            Map.entry("parcelTracking", "u_tracking"),
            Map.entry("parcelCarrier", "u_carrier"),
            Map.entry("parcelShippedAt", "u_shipped_on"),
            Map.entry("parcelContents", "u_contents"));

    private static final Map<String, String> STATUSES = Map.of(
            "in-review", "TDS Received",
            "accepted", "TDS Accepted",
            "backordered", "TDS Accepted",
            "partially-shipped", "TDS Released",
            "shipped", "TDS Shipped",
            "invoiced", "TDS Invoiced",
            "rejected", "TDS Closed",
            "deleted", "TDS Closed");

    private final ApiCalls api;
    private final ObjectMapper json = new ObjectMapper();

    private DemoOrders(ApiCalls api) {
        this.api = api;
    }

    /** Makes and enables the templates as a Manager, unless there are any of their kind, or one of the systems is not connected. */
    static void ensure(URI gateway, URI issuer, URI serviceNow, URI tdSynnex) {
        try (var api = new ApiCalls(gateway, issuer)) {
            new DemoOrders(api).ensure(serviceNow, tdSynnex);
        } catch (IOException e) {
            throw new IllegalStateException("The demo orders cannot be set up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo orders were not set up in time", e);
        }
    }

    private void ensure(URI serviceNow, URI tdSynnex) throws IOException, InterruptedException {
        var connections = api.get("/connections").path("items");
        var desk = connected(connections, serviceNow);
        var distributor = connected(connections, tdSynnex);
        if (desk.isPresent() && distributor.isPresent()) {
            ensure(creating(), desk.get(), distributor.get());
            ensure(following(), desk.get(), distributor.get());
        }
    }

    /** What a template says, without the systems that it joins. */
    private record Saying(
            String kind, String name, Map<String, ?> schedule, Map<String, ?> mappings, Map<String, ?> options) {}

    private void ensure(Saying saying, String desk, String distributor) throws IOException, InterruptedException {
        for (var known : api.get("/templates").path("items")) {
            if (known.path("kind").asText().equals(saying.kind())) {
                return;
            }
        }
        var template = Map.of(
                "kind", saying.kind(),
                "name", saying.name(),
                "deskId", desk,
                "distributorId", distributor,
                "schedule", saying.schedule(),
                "mappings", saying.mappings(),
                "options", saying.options());
        var made = api.post("/templates", json.writeValueAsString(template));
        api.post(
                "/templates/" + made.path("id").asText() + "/enable",
                "",
                made.path("revision").asLong());
    }

    private static Optional<String> connected(JsonNode connections, URI instance) {
        return StreamSupport.stream(connections.spliterator(), false)
                .filter(connection -> connection.path("instanceUrl").asText().equals(instance.toString()))
                .map(connection -> connection.path("id").asText())
                .findFirst();
    }

    private static Saying creating() {
        return new Saying(
                "create-orders",
                "TD SYNNEX orders",
                Map.of("every", 5, "unit", "minutes"),
                Map.of("fields", ORDERED, "statuses", Map.of("ready", "Send to TDS", "submitted", "TDS Received")),
                Map.of("shipToStockroom", "Boston stockroom", "country", "US"));
    }

    private static Saying following() {
        return new Saying(
                "get-order-status",
                "TD SYNNEX order status",
                Map.of("every", 15, "unit", "minutes"),
                Map.of(
                        "tables", Map.of("parcel", "u_tds_shipment"),
                        "fields", FOLLOWED,
                        "statuses", STATUSES),
                Map.of("trackingTarget", "records"));
    }
}
