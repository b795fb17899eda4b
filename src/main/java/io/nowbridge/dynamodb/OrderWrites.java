package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** How orders are written: each together with that it asks for what it asks for, and nothing of whoever else has taken it. */
final class OrderWrites {

    private static final String OWNER = "owner";
    private static final String LEASE_ENDS = "leaseEndsEpochMillis";

    /** What an order has or has not, by how it stands. */
    private static final List<String> PASSING = List.of(OrderItems.DUE, OrderKeys.EXPIRES);

    private final OrderItems items = new OrderItems();
    private final TableWrites writes;
    private final Duration memory;

    OrderWrites(String table, Duration memory) {
        this.writes = new TableWrites(table);
        this.memory = memory;
    }

    List<TransactWriteItem> adding(Order order, Instant now) {
        return List.of(
                writes.put(
                        OrderKeys.order(order.id()),
                        item(order, now),
                        put -> put.conditionExpression(TableWrites.IS_NOT_THERE)),
                alike(order, now));
    }

    List<TransactWriteItem> changing(Order order, String owner, Instant now) {
        var item = item(order, now);
        var names = new HashMap<>(Map.of("#owner", OWNER));
        Stream.concat(item.keySet().stream(), PASSING.stream()).forEach(name -> names.put("#" + name, name));
        var values = new HashMap<>(Map.of(":owner", text(owner), ":before", number(order.version() - 1)));
        item.forEach((name, value) -> values.put(":" + name, value));
        var change = writes.change(
                OrderKeys.order(order.id()),
                update -> update.updateExpression(all(item) + without(item))
                        .conditionExpression("#version = :before AND (attribute_not_exists(#owner) OR #owner = :owner)")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
        return List.of(change, alike(order, now));
    }

    private static String all(Map<String, AttributeValue> item) {
        return item.keySet().stream()
                .map(name -> "#" + name + " = :" + name)
                .collect(Collectors.joining(", ", "SET ", ""));
    }

    private static String without(Map<String, AttributeValue> item) {
        var missing = PASSING.stream()
                .filter(name -> !item.containsKey(name))
                .map(name -> "#" + name)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "" : " REMOVE " + missing;
    }

    // Whoever has taken an order may take it again, and so hears of it after an answer that was lost.
    static Consumer<UpdateItemRequest.Builder> taking(String owner, Instant now, Instant until) {
        return update -> update.updateExpression("SET #owner = :owner, #lease = :until")
                .conditionExpression("attribute_exists(pk)"
                        + " AND (attribute_not_exists(#owner) OR #owner = :owner OR #lease <= :now)")
                .expressionAttributeNames(Map.of("#owner", OWNER, "#lease", LEASE_ENDS))
                .expressionAttributeValues(Map.of(
                        ":owner", text(owner),
                        ":now", number(now.toEpochMilli()),
                        ":until", number(until.toEpochMilli())));
    }

    static Consumer<UpdateItemRequest.Builder> givingBack(String owner) {
        return update -> update.updateExpression("REMOVE #owner, #lease")
                .conditionExpression("#owner = :owner")
                .expressionAttributeNames(Map.of("#owner", OWNER, "#lease", LEASE_ENDS))
                .expressionAttributeValues(Map.of(":owner", text(owner)));
    }

    private Map<String, AttributeValue> item(Order order, Instant now) {
        var item = items.item(order);
        switch (order.stage()) {
            case DONE, HANDLED, REJECTED -> item.put(OrderKeys.EXPIRES, expiry(now));
            case READY, INVALID, HELD, SUBMITTING, UNCONFIRMED, PLACED, NEEDS_ATTENTION -> {}
        }
        return item;
    }

    // What it asked for before may still be there: whoever finds it reads the order.
    private TransactWriteItem alike(Order order, Instant now) {
        return writes.put(OrderKeys.alike(order), Map.of(OrderKeys.EXPIRES, expiry(now)), put -> {});
    }

    private AttributeValue expiry(Instant now) {
        return number(now.plus(memory).getEpochSecond());
    }
}
