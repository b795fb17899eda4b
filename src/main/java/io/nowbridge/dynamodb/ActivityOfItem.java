package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.ItemNames;
import io.nowbridge.activity.Place;
import io.nowbridge.activity.Wanted;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The entries that a name is in, by the pointers to them; what else is asked for, they are asked when they have been read. */
final class ActivityOfItem implements ActivityStretches {

    // So many entries are read in one batch.
    private static final int AT_ONCE = 100;

    private final DynamoDbAsyncClient dynamoDb;
    private final KeyedItems items;
    private final String table;
    private final Wanted wanted;
    private final String name;

    ActivityOfItem(DynamoDbAsyncClient dynamoDb, String table, Wanted wanted, String name) {
        this.dynamoDb = dynamoDb;
        this.items = new KeyedItems(dynamoDb, table);
        this.table = table;
        this.wanted = wanted;
        this.name = ItemNames.folded(name);
    }

    @Override
    public List<Stretch> behind(Place place, int most) {
        return most < 1 || place.compareTo(Place.before(wanted.from())) <= 0
                ? List.of()
                : List.of((many, read) -> read(place, Math.min(AT_ONCE, Math.min(many, read))));
    }

    private Uni<Stretch.Part> read(Place place, int most) {
        var partition = ActivityKeys.item(name);
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> query.tableName(table)
                        .scanIndexForward(false)
                        .limit(most)
                        .keyConditionExpression("pk = :item AND sk >= :from")
                        .expressionAttributeValues(Map.of(
                                ":item", text(partition),
                                ":from", text(Place.before(wanted.from()).text())))
                        .exclusiveStartKey(KeyedItems.key(partition, place.text()))))
                .flatMap(this::part);
    }

    private Uni<Stretch.Part> part(QueryResponse answer) {
        var pointers = answer.items().stream().collect(Collectors.toMap(pointer -> key(pointer), Function.identity()));
        var isLast = answer.lastEvaluatedKey().isEmpty();
        var place = isLast ? Place.before(wanted.from()) : new Place(text(answer.lastEvaluatedKey(), "sk"));
        return items.findAll(pointers.keySet().stream().map(ActivityKeys::entry).toList())
                .filter(entry -> isNamed(entry, Optional.ofNullable(pointers.get(key(entry)))))
                .map(ActivityItems::activity)
                .filter(wanted::isMetBy)
                .collect()
                .asList()
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(
                                        (Activity entry) -> entry.key().text())
                                .reversed())
                        .toList())
                .map(found -> new Stretch.Part(found, answer.count(), place, isLast));
    }

    private static EntryKey key(Map<String, AttributeValue> item) {
        return EntryKey.of(text(item, "sk"));
    }

    // A pointer stays where the entry was replaced by one that the name is not in any more.
    private boolean isNamed(Map<String, AttributeValue> entry, Optional<Map<String, AttributeValue>> pointer) {
        var more = MoreFailures.set(entry);
        return ItemNames.of(ActivityItems.activity(entry)).contains(name)
                || (more.isPresent() && more.equals(pointer.flatMap(MoreFailures::set)));
    }
}
