package io.nowbridge.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nowbridge.product.Change;
import io.nowbridge.product.Change.Action;
import io.nowbridge.product.DeskProduct;
import io.nowbridge.product.Imprint;
import io.nowbridge.product.Part;
import io.nowbridge.product.Sku;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is to be done about products, as JSON. */
final class ChangeJson {

    // Left out where there are none.
    private static final String TWINS = "twins";

    private ChangeJson() {}

    static JsonNode changes(List<Change> changes) {
        var array = JsonNodeFactory.instance.arrayNode(changes.size());
        changes.forEach(change -> write(change, array.addObject()));
        return array;
    }

    static List<Change> changes(JsonNode array) {
        return array.valueStream().map(ChangeJson::change).toList();
    }

    private static void write(Change change, ObjectNode json) {
        var wanted = change.wanted();
        json.put("action", change.action().name());
        var parts = json.putArray("parts");
        change.parts().stream().sorted().forEach(part -> parts.add(part.name()));
        json.put("sku", wanted.sku().value()).put("table", wanted.table());
        wanted.currency().ifPresent(currency -> json.put("currency", currency));
        write(wanted.product(), json.putObject("product"));
        write(wanted.offer(), json.putObject("offer"));
        ItemJson.write(change.ids(), json);
        json.put("productImprint", change.imprint().product())
                .put("offerImprint", change.imprint().offer());
        if (change.twins() > 0) {
            json.put(TWINS, change.twins());
        }
    }

    private static Change change(JsonNode json) {
        return new Change(
                Action.valueOf(json.required("action").asText()),
                json.required("parts")
                        .valueStream()
                        .map(JsonNode::asText)
                        .map(Part::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                new DeskProduct(
                        new Sku(json.required("sku").asText()),
                        json.required("table").asText(),
                        fields(json.required("product")),
                        fields(json.required("offer")),
                        ItemJson.optional(json, "currency")),
                ItemJson.ids(json),
                new Imprint(
                        json.required("productImprint").asLong(),
                        json.required("offerImprint").asLong()),
                json.path(TWINS).asInt());
    }

    private static void write(Map<String, String> fields, ObjectNode json) {
        fields.forEach(json::put);
    }

    private static SortedMap<String, String> fields(JsonNode json) {
        var fields = new TreeMap<String, String>();
        json.propertyStream()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }
}
