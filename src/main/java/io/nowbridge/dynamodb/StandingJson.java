package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.OrderJson.instant;
import static io.nowbridge.dynamodb.OrderJson.text;
import static io.nowbridge.dynamodb.OrderJson.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.order.Standing;
import io.nowbridge.order.Standing.Invoice;
import io.nowbridge.order.Standing.Line;
import io.nowbridge.order.Standing.Parcel;
import io.nowbridge.order.Standing.Parcel.Content;
import io.nowbridge.order.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** How orders stand, as JSON. */
final class StandingJson {

    private StandingJson() {}

    static JsonNode write(Standing standing) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("asOf", standing.asOf().toString());
        var lines = json.putArray("lines");
        standing.lines().forEach(line -> write(line, lines.addObject()));
        var parcels = json.putArray("parcels");
        standing.parcels().forEach(parcel -> write(parcel, parcels.addObject()));
        var invoices = json.putArray("invoices");
        standing.invoices().forEach(invoice -> write(invoice, invoices.addObject()));
        return json;
    }

    static Standing standing(JsonNode json) {
        return new Standing(
                instant(json, "asOf"),
                json.required("lines").valueStream().map(StandingJson::line).toList(),
                json.required("parcels").valueStream().map(StandingJson::parcel).toList(),
                json.required("invoices")
                        .valueStream()
                        .map(StandingJson::invoice)
                        .toList());
    }

    private static void write(Line line, ObjectNode json) {
        json.put("line", line.line())
                .put("sku", line.sku())
                .put("status", line.status().name())
                .put("ordered", line.ordered())
                .put("shipped", line.shipped())
                .put("cancelled", line.cancelled())
                .put("words", line.words());
        line.unitPrice().ifPresent(price -> json.put("unitPrice", price.toString()));
        OrderJson.write(line.orderNumbers(), "orderNumbers", json);
        line.expected().ifPresent(day -> json.put("expected", day.toString()));
    }

    private static Line line(JsonNode json) {
        return new Line(
                json.required("line").asInt(),
                text(json, "sku"),
                Status.valueOf(text(json, "status")),
                json.required("ordered").asLong(),
                json.required("shipped").asLong(),
                json.required("cancelled").asLong(),
                json.optional("unitPrice").map(JsonNode::asText).map(BigDecimal::new),
                texts(json, "orderNumbers"),
                json.optional("expected").map(JsonNode::asText).map(LocalDate::parse),
                text(json, "words"));
    }

    private static void write(Parcel parcel, ObjectNode json) {
        json.put("tracking", parcel.tracking()).put("carrier", parcel.carrier()).put("warehouse", parcel.warehouse());
        parcel.shippedAt().ifPresent(at -> json.put("shippedAt", at.toString()));
        var contents = json.putArray("contents");
        parcel.contents().forEach(content -> write(content, contents.addObject()));
    }

    private static Parcel parcel(JsonNode json) {
        return new Parcel(
                text(json, "tracking"),
                text(json, "carrier"),
                text(json, "warehouse"),
                json.optional("shippedAt").map(JsonNode::asText).map(Instant::parse),
                json.required("contents")
                        .valueStream()
                        .map(StandingJson::content)
                        .toList());
    }

    private static void write(Content content, ObjectNode json) {
        json.put("line", content.line()).put("sku", content.sku()).put("quantity", content.quantity());
        OrderJson.write(content.serialNumbers(), "serialNumbers", json);
    }

    private static Content content(JsonNode json) {
        return new Content(
                json.required("line").asInt(),
                text(json, "sku"),
                json.required("quantity").asLong(),
                texts(json, "serialNumbers"));
    }

    private static void write(Invoice invoice, ObjectNode json) {
        json.put("number", invoice.number());
        invoice.date().ifPresent(day -> json.put("date", day.toString()));
        invoice.total().ifPresent(total -> PurchaseOrderJson.write(total, json.putObject("total")));
        var items = json.putArray("items");
        invoice.items()
                .forEach(item -> items.addObject().put("line", item.line()).put("quantity", item.quantity()));
    }

    private static Invoice invoice(JsonNode json) {
        return new Invoice(
                text(json, "number"),
                json.optional("date").map(JsonNode::asText).map(LocalDate::parse),
                json.optional("total").map(PurchaseOrderJson::money),
                json.required("items").valueStream().map(StandingJson::item).toList());
    }

    private static Invoice.Item item(JsonNode json) {
        return new Invoice.Item(
                json.required("line").asInt(), json.required("quantity").asLong());
    }
}
