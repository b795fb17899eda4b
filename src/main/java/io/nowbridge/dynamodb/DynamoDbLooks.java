package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.binary;
import static io.nowbridge.dynamodb.Attributes.bytes;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.OrderJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nowbridge.order.Looks;
import io.nowbridge.order.OrderDesk.Passed;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** What templates saw when they looked last, where {@link OrderKeys} says. */
public final class DynamoDbLooks implements Looks {

    private static final String AT = "atEpochMillis";
    private static final String ABOUT = "about";

    private final KeyedItems items;
    private final GuardedUpdates updates;
    private final Zipped zipped = new Zipped();
    private final Duration memory;

    public DynamoDbLooks(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.items = new KeyedItems(dynamoDb, config.orders());
        this.updates = new GuardedUpdates(dynamoDb, config.orders());
        this.memory = config.orderMemory();
    }

    // One that began earlier and is late is refused, and nothing is lost by it.
    @Override
    public Uni<Void> keep(Look look) {
        return Uni.createFrom()
                .item(() -> zipped.zipWhole("What the template " + look.template() + " saw", write(look)))
                .flatMap(about -> keep(look, about));
    }

    private Uni<Void> keep(Look look, byte[] about) {
        return updates.update(
                        OrderKeys.look(look.template()),
                        update -> update.updateExpression("SET #at = :at, #about = :about, #expires = :expires")
                                .conditionExpression("attribute_not_exists(#at) OR #at <= :at")
                                .expressionAttributeNames(
                                        Map.of("#at", AT, "#about", ABOUT, "#expires", OrderKeys.EXPIRES))
                                .expressionAttributeValues(Map.of(
                                        ":at", number(look.at().toEpochMilli()),
                                        ":about", binary(about),
                                        ":expires",
                                                number(look.at().plus(memory).getEpochSecond()))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Look>> last(TemplateId template) {
        return items.find(OrderKeys.look(template))
                .map(found -> found.map(item -> look(template, zipped.unzip(bytes(item, ABOUT)))));
    }

    private static JsonNode write(Look look) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("at", look.at().toString())
                .put("by", look.by())
                .put("found", look.found())
                .put("taken", look.taken());
        var passed = json.putArray("passed");
        look.passed()
                .forEach(some -> passed.addObject()
                        .put("status", some.status())
                        .put("condition", some.condition())
                        .put("count", some.count()));
        json.set("failures", ItemJson.failures(look.failures()));
        return json;
    }

    private static Look look(TemplateId template, JsonNode json) {
        return new Look(
                template,
                OrderJson.instant(json, "at"),
                text(json, "by"),
                json.required("found").asLong(),
                json.required("taken").asLong(),
                json.required("passed").valueStream().map(DynamoDbLooks::passed).toList(),
                ItemJson.failures(json.required("failures")));
    }

    private static Passed passed(JsonNode json) {
        return new Passed(
                text(json, "status"),
                text(json, "condition"),
                json.required("count").asLong());
    }
}
