package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.Item;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Runs.Taking;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Who has a chunk, when it is tried again, and how it ended. */
final class ChunkItems {

    /** What holds for a chunk that nobody works on at {@code :now}, with {@link #IDLE_NAMES}. */
    static final String IS_IDLE = "attribute_not_exists(#outcomes) AND #lease <= :now";

    /** What holds for a chunk that can be taken at {@code :now}, with {@link #DUE_NAMES}. */
    static final String IS_DUE = IS_IDLE + " AND #next <= :now";

    /** How many products ended how; there since its end. */
    static final String OUTCOMES = "outcomes";

    static final String OWNER = "owner";

    private static final String LEASE_ENDS = "leaseEndsEpochMillis";
    private static final String NEXT = "nextEpochMillis";
    private static final String ATTEMPTS = "attempts";

    static final Map<String, String> IDLE_NAMES = Map.of("#outcomes", OUTCOMES, "#lease", LEASE_ENDS);

    static final Map<String, String> DUE_NAMES = Map.of("#outcomes", OUTCOMES, "#lease", LEASE_ENDS, "#next", NEXT);

    private ChunkItems() {}

    static Map<String, AttributeValue> added(ChunkKey key, AttributeValue expiry) {
        var item = new HashMap<>(ProductKeys.chunk(key));
        item.put(LEASE_ENDS, number(0));
        item.put(NEXT, number(0));
        item.put(ATTEMPTS, number(0));
        item.put(ProductKeys.EXPIRES, expiry);
        return item;
    }

    static Consumer<UpdateItemRequest.Builder> taking(String owner, Instant now, Instant until) {
        var names = new HashMap<>(DUE_NAMES);
        names.put("#owner", OWNER);
        names.put("#attempts", ATTEMPTS);
        return update -> update.updateExpression("SET #owner = :owner, #lease = :until ADD #attempts :one")
                .conditionExpression("attribute_exists(pk) AND " + IS_DUE)
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(
                        ":owner", text(owner),
                        ":now", number(now.toEpochMilli()),
                        ":until", number(until.toEpochMilli()),
                        ":one", number(1)));
    }

    static Consumer<UpdateItemRequest.Builder> givingBack(String owner, Instant next) {
        var names = new HashMap<>(DUE_NAMES);
        names.put("#owner", OWNER);
        return update -> update.updateExpression("SET #lease = :zero, #next = :next REMOVE #owner")
                .conditionExpression("#owner = :owner AND attribute_not_exists(#outcomes)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(
                        Map.of(":owner", text(owner), ":zero", number(0), ":next", number(next.toEpochMilli())));
    }

    /** Whether a chunk was taken by exactly this taking, whose answer was lost then. */
    static boolean isHeld(Map<String, AttributeValue> item, String owner, Instant until) {
        return item.containsKey(OWNER)
                && !item.containsKey(OUTCOMES)
                && text(item, OWNER).equals(owner)
                && number(item, LEASE_ENDS) == until.toEpochMilli();
    }

    /** Why a chunk cannot be taken; an empty item is no chunk. */
    static Taking refused(Map<String, AttributeValue> item) {
        return item.isEmpty() || item.containsKey(OUTCOMES)
                ? new Taking.Ended()
                : new Taking.Later(Instant.ofEpochMilli(Math.max(number(item, LEASE_ENDS), number(item, NEXT))));
    }

    /** How often a chunk was taken before it was taken now. */
    static int attemptsBefore(Map<String, AttributeValue> item) {
        return Math.toIntExact(number(item, ATTEMPTS) - 1);
    }

    static Map<String, AttributeValue> outcomes(List<Item> items) {
        return items.stream()
                .collect(Collectors.groupingBy(item -> item.outcome().name(), Collectors.counting()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> number(count.getValue())));
    }

    /** Whether a chunk that has ended has products with the outcome that is wanted. */
    static boolean has(Map<String, AttributeValue> item, Optional<Outcome> wanted) {
        return wanted.map(outcome -> map(item, OUTCOMES).containsKey(outcome.name()))
                .orElse(true);
    }
}
