package io.nowbridge.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskIds;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Difference;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Part;
import io.nowbridge.product.Sku;
import java.util.List;
import java.util.Optional;

/** What became of products, as JSON. */
final class ItemJson {

    private ItemJson() {}

    static JsonNode items(List<Item> items) {
        var array = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(item -> write(item, array.addObject()));
        return array;
    }

    static List<Item> items(JsonNode array) {
        return array.valueStream().map(ItemJson::item).toList();
    }

    static JsonNode failures(List<Failure> failures) {
        var array = JsonNodeFactory.instance.arrayNode(failures.size());
        failures.forEach(failure -> write(failure, array.addObject()));
        return array;
    }

    static List<Failure> failures(JsonNode array) {
        return array.valueStream().map(ItemJson::failure).toList();
    }

    static void write(DeskIds ids, ObjectNode json) {
        ids.product().ifPresent(id -> json.put("productId", id));
        ids.offer().ifPresent(id -> json.put("offerId", id));
    }

    static DeskIds ids(JsonNode json) {
        return new DeskIds(optional(json, "productId"), optional(json, "offerId"));
    }

    static Optional<String> optional(JsonNode json, String name) {
        return json.optional(name).map(JsonNode::asText);
    }

    private static void write(Item item, ObjectNode json) {
        json.put("sku", item.sku().value())
                .put("action", item.action().name())
                .put("outcome", item.outcome().name());
        write(item.ids(), json);
        if (!item.differences().isEmpty()) {
            var differences = json.putArray("differences");
            item.differences()
                    .forEach(difference -> differences
                            .addObject()
                            .put("part", difference.part().name())
                            .put("column", difference.column())
                            .put("from", difference.from())
                            .put("to", difference.to()));
        }
        item.failure().ifPresent(failure -> write(failure, json.putObject("failure")));
    }

    private static Item item(JsonNode json) {
        return new Item(
                new Sku(json.required("sku").asText()),
                Action.valueOf(json.required("action").asText()),
                Outcome.valueOf(json.required("outcome").asText()),
                ids(json),
                json.path("differences").valueStream().map(ItemJson::difference).toList(),
                json.optional("failure").map(ItemJson::failure));
    }

    private static Difference difference(JsonNode json) {
        return new Difference(
                Part.valueOf(json.required("part").asText()),
                json.required("column").asText(),
                json.required("from").asText(),
                json.required("to").asText());
    }

    private static void write(Failure failure, ObjectNode json) {
        json.put("subject", failure.subject())
                .put("cause", failure.cause())
                .put("whoCanFix", failure.whoCanFix().name())
                .put("resolution", failure.resolution());
    }

    private static Failure failure(JsonNode json) {
        return new Failure(
                json.required("subject").asText(),
                json.required("cause").asText(),
                WhoCanFix.valueOf(json.required("whoCanFix").asText()),
                json.required("resolution").asText());
    }
}
