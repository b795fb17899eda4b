package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.OrderJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.order.Money;
import io.nowbridge.order.PurchaseOrder;
import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import java.math.BigDecimal;

/** Purchase orders as JSON. */
final class PurchaseOrderJson {

    private PurchaseOrderJson() {}

    static JsonNode write(PurchaseOrder order) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", order.id())
                .put("number", order.number())
                .put("status", order.status())
                .put("comment", order.comment());
        write(order.shipTo(), json.putObject("shipTo"));
        var lines = json.putArray("lines");
        order.lines().forEach(line -> write(line, lines.addObject()));
        return json;
    }

    static PurchaseOrder purchaseOrder(JsonNode json) {
        return new PurchaseOrder(
                text(json, "id"),
                text(json, "number"),
                text(json, "status"),
                shipTo(json.required("shipTo")),
                text(json, "comment"),
                json.required("lines")
                        .valueStream()
                        .map(PurchaseOrderJson::line)
                        .toList());
    }

    private static void write(ShipTo to, ObjectNode json) {
        json.put("name", to.name())
                .put("name2", to.name2())
                .put("line1", to.line1())
                .put("line2", to.line2())
                .put("city", to.city())
                .put("state", to.state())
                .put("zip", to.zip())
                .put("country", to.country())
                .put("contact", to.contact())
                .put("phone", to.phone())
                .put("email", to.email());
    }

    private static ShipTo shipTo(JsonNode json) {
        return new ShipTo(
                text(json, "name"),
                text(json, "name2"),
                text(json, "line1"),
                text(json, "line2"),
                text(json, "city"),
                text(json, "state"),
                text(json, "zip"),
                text(json, "country"),
                text(json, "contact"),
                text(json, "phone"),
                text(json, "email"));
    }

    private static void write(Line line, ObjectNode json) {
        json.put("id", line.id())
                .put("number", line.number())
                .put("sku", line.sku())
                .put("product", line.product())
                .put("quantity", line.quantity().toString())
                .put("unit", line.unit());
        line.unitPrice().ifPresent(price -> write(price, json.putObject("unitPrice")));
    }

    private static Line line(JsonNode json) {
        return new Line(
                text(json, "id"),
                json.required("number").asInt(),
                text(json, "sku"),
                text(json, "product"),
                new BigDecimal(text(json, "quantity")),
                text(json, "unit"),
                json.optional("unitPrice").map(PurchaseOrderJson::money));
    }

    static void write(Money money, ObjectNode json) {
        json.put("amount", money.amount().toString()).put("currency", money.currency());
    }

    static Money money(JsonNode json) {
        return new Money(new BigDecimal(text(json, "amount")), text(json, "currency"));
    }
}
