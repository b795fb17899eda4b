package io.nowbridge.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.order.AccountId;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Order;
import io.nowbridge.order.Order.Approval;
import io.nowbridge.order.Order.Event;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.order.Order.Told;
import io.nowbridge.order.OrderKey;
import io.nowbridge.template.TemplateId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Orders as JSON, but for their stage and version. Instants and amounts are in full: as they were said. */
final class OrderJson {

    private OrderJson() {}

    static JsonNode write(Order order) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("account", order.key().account().value())
                .put("number", order.key().number())
                .put("template", order.template().value())
                .put("desk", order.desk().value())
                .put("distributor", order.distributor().value())
                .put("created", order.created().toString())
                .put("tries", order.tries());
        json.set("asked", PurchaseOrderJson.write(order.asked()));
        json.set("reasons", ItemJson.failures(order.reasons()));
        order.approval().ifPresent(approval -> write(approval, json.putObject("approval")));
        order.submission().ifPresent(submission -> write(submission, json.putObject("submission")));
        order.standing().ifPresent(standing -> json.set("standing", StandingJson.write(standing)));
        order.told().ifPresent(told -> write(told, json.putObject("told")));
        write(order.begun(), json.putObject("begun"));
        var history = json.putArray("history");
        order.history().forEach(event -> write(event, history.addObject()));
        order.next().ifPresent(next -> json.put("next", next.toString()));
        return json;
    }

    static Order order(JsonNode json, Stage stage, long version) {
        return new Order(
                new OrderKey(new AccountId(text(json, "account")), text(json, "number")),
                new TemplateId(text(json, "template")),
                new ConnectionId(text(json, "desk")),
                new ConnectionId(text(json, "distributor")),
                PurchaseOrderJson.purchaseOrder(json.required("asked")),
                stage,
                ItemJson.failures(json.required("reasons")),
                json.optional("approval").map(OrderJson::approval),
                json.optional("submission").map(OrderJson::submission),
                json.optional("standing").map(StandingJson::standing),
                json.optional("told").map(told -> new Told(instant(told, "at"), text(told, "imprint"))),
                event(json.required("begun")),
                json.required("history").valueStream().map(OrderJson::event).toList(),
                instant(json, "created"),
                json.optional("next").map(JsonNode::asText).map(Instant::parse),
                json.required("tries").asInt(),
                version);
    }

    private static void write(Approval approval, ObjectNode json) {
        json.put("by", approval.by()).put("at", approval.at().toString());
        write(approval.reasons(), "reasons", json);
    }

    private static Approval approval(JsonNode json) {
        return new Approval(text(json, "by"), instant(json, "at"), texts(json, "reasons"));
    }

    private static void write(Submission submission, ObjectNode json) {
        json.put("at", submission.at().toString())
                .put("attempt", submission.attempt())
                .put("adopted", submission.adopted());
        var items = json.putArray("items");
        submission
                .items()
                .forEach(item -> items.addObject()
                        .put("line", item.line())
                        .put("sku", item.sku())
                        .put("quantity", item.quantity())
                        .put("unitPrice", item.unitPrice().toString()));
    }

    private static Submission submission(JsonNode json) {
        return new Submission(
                instant(json, "at"),
                json.required("attempt").asInt(),
                json.required("adopted").asBoolean(),
                json.required("items").valueStream().map(OrderJson::item).toList());
    }

    private static Item item(JsonNode json) {
        return new Item(
                json.required("line").asInt(),
                text(json, "sku"),
                json.required("quantity").asLong(),
                new BigDecimal(text(json, "unitPrice")));
    }

    private static void write(Told told, ObjectNode json) {
        json.put("at", told.at().toString()).put("imprint", told.imprint());
    }

    private static void write(Event event, ObjectNode json) {
        json.put("at", event.at().toString()).put("what", event.what()).put("by", event.by());
    }

    private static Event event(JsonNode json) {
        return new Event(instant(json, "at"), text(json, "what"), text(json, "by"));
    }

    /** Texts as an array. */
    static void write(List<String> texts, String name, ObjectNode json) {
        var array = json.putArray(name);
        texts.forEach(array::add);
    }

    static List<String> texts(JsonNode json, String name) {
        return json.required(name).valueStream().map(JsonNode::asText).toList();
    }

    static String text(JsonNode json, String name) {
        return json.required(name).asText();
    }

    static Instant instant(JsonNode json, String name) {
        return Instant.parse(text(json, name));
    }
}
