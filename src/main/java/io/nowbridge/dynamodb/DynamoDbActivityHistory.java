package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityHistory;
import io.nowbridge.activity.EntryKey;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.FailurePlace;
import io.nowbridge.activity.Wanted;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What {@link DynamoDbActivityLog} has kept. Pages are read from indexes, which lag by a moment. */
public final class DynamoDbActivityHistory implements ActivityHistory {

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final KeyedItems items;

    public DynamoDbActivityHistory(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.table = config.activity();
        this.items = new KeyedItems(dynamoDb, table);
    }

    @Override
    public Uni<Page<Activity>> page(Wanted wanted, PageRequest page) {
        return Uni.createFrom()
                .deferred(() -> new ActivityWalk(stretches(wanted), wanted.place(page), page.size()).page());
    }

    private ActivityStretches stretches(Wanted wanted) {
        return wanted.item()
                .<ActivityStretches>map(name -> new ActivityOfItem(dynamoDb, table, wanted, name))
                .orElseGet(() -> new DaysOfActivity(dynamoDb, table, wanted));
    }

    @Override
    public Uni<Optional<Activity>> find(EntryKey key) {
        return item(key).map(found -> found.map(ActivityItems::activity));
    }

    @Override
    public Uni<Page<Failure>> failures(EntryKey key, PageRequest page) {
        return item(key)
                .flatMap(found -> found.map(entry -> failures(entry, key, page))
                        .orElseGet(() -> Uni.createFrom().item(new Page<>(List.of(), Optional.empty()))));
    }

    private Uni<Page<Failure>> failures(Map<String, AttributeValue> entry, EntryKey key, PageRequest page) {
        var first = FailurePlace.first(page);
        var shown = ActivityItems.activity(entry).failures();
        var own = shown.stream().skip(first).limit(page.size()).toList();
        var set = MoreFailures.set(entry);
        var end = first + own.size();
        if (set.isEmpty() || own.size() == page.size()) {
            var isLast = set.isEmpty() && end >= shown.size();
            return Uni.createFrom()
                    .item(new Page<>(own, isLast ? Optional.empty() : Optional.of(FailurePlace.behind(end - 1))));
        }
        return items.page(
                        ActivityKeys.failures(key, set.get()),
                        new PageRequest(page.size() - own.size(), Optional.of(FailurePlace.behind(end - 1))),
                        true)
                .map(more -> more.map(ActivityItems::failure))
                .map(more -> new Page<>(
                        Stream.concat(own.stream(), more.items().stream()).toList(), more.next()));
    }

    @Override
    public Uni<Boolean> ignore(EntryKey key, Activity.Ignored ignored) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.updateItem(update -> update.tableName(table)
                        .key(ActivityKeys.entry(key))
                        .conditionExpression("attribute_exists(pk)")
                        .updateExpression("SET #ignored = :ignored")
                        .expressionAttributeNames(Map.of("#ignored", ActivityItems.IGNORED))
                        .expressionAttributeValues(Map.of(":ignored", ActivityItems.toValue(ignored)))))
                .replaceWith(true)
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithItem(false);
    }

    private Uni<Optional<Map<String, AttributeValue>>> item(EntryKey key) {
        var at = ActivityKeys.entry(key);
        return items.find(text(at, "pk"), text(at, "sk"));
    }
}
