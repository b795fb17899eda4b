package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.ItemNames;
import io.nowbridge.activity.Result;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * The Sync Activity Log, a partition for each day (UTC), read by {@link DynamoDbActivityHistory}.
 *
 * <table>
 * <caption>The activity table; every item expires by {@code expiresAtEpochSeconds}</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th></tr>
 * <tr><td>entry</td><td>{@code 2026-01-05}</td><td>{@code <epoch millis, 13 digits>#<id>}</td></tr>
 * <tr><td>pointer to an entry that a name is in</td><td>{@code item#<NAME>}</td><td>the entry's</td></tr>
 * <tr><td>failure that its entry has no room for</td><td>{@code failures#<the entry's sk>#<digest of all>}</td>
 * <td>{@code <place, 7 digits>}</td></tr>
 * <tr><td>counts of an hour</td><td>{@code counts#2026-01-05}</td><td>{@code 09}</td></tr>
 * </table>
 *
 * <p>Entries alone have the keys of the indexes {@code byTemplate}, {@code byResult} (unless that is success), {@code
 * byConnection} and {@code byOperation}: {@code <value>#2026-01-05}, with the entry's sk. So one write keeps all of them right.
 *
 * <p>Failures and pointers are written before the entry, the counts behind it. A pointer without its entry, or to one that has
 * been replaced and no longer has the name, is passed over; failures that their entry does not name are never read.
 */
public final class DynamoDbActivityLog implements ActivityLog {

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig config;
    private final BatchedPuts rows;
    private final ActivityCounters counters;

    public DynamoDbActivityLog(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
        this.rows = new BatchedPuts(dynamoDb, config.activity());
        this.counters = new ActivityCounters(dynamoDb, config);
    }

    @Override
    public Uni<Void> record(Activity activity) {
        return record(activity, put -> {});
    }

    @Override
    public Uni<Void> advance(Activity activity) {
        return record(activity, DynamoDbActivityLog::unlessItHasEnded)
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithNull();
    }

    private static void unlessItHasEnded(PutItemRequest.Builder put) {
        put.conditionExpression("attribute_not_exists(pk) OR #result = :underWay")
                .expressionAttributeNames(Map.of("#result", ActivityItems.RESULT))
                .expressionAttributeValues(Map.of(":underWay", text(Result.UNDER_WAY.name())));
    }

    private Uni<Void> record(Activity activity, Consumer<PutItemRequest.Builder> condition) {
        var entry = activity.shown();
        var more = MoreFailures.of(activity);
        return rows.put(Stream.concat(pointers(entry, more), more.stream().flatMap(MoreFailures::items))
                        .map(row -> expiring(row, entry)))
                .chain(() -> put(entry, more, condition))
                .flatMap(written -> counters.count(entry, written));
    }

    private Uni<PutItemResponse> put(
            Activity entry, Optional<MoreFailures> more, Consumer<PutItemRequest.Builder> condition) {
        var item = new HashMap<>(ActivityItems.toItem(entry));
        item.putAll(ActivityKeys.entry(entry.key()));
        item.putAll(ActivityIndex.keys(entry));
        more.ifPresent(failures -> item.putAll(failures.mark()));
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.putItem(put -> condition.accept(put.tableName(config.activity())
                        .item(expiring(item, entry))
                        .returnValues(ReturnValue.ALL_OLD))));
    }

    private static Stream<Map<String, AttributeValue>> pointers(Activity entry, Optional<MoreFailures> more) {
        var shown = ItemNames.of(entry);
        return Stream.concat(
                shown.stream().map(name -> ActivityKeys.pointer(name, entry.key())),
                more.stream().flatMap(failures -> failures.pointers(shown)));
    }

    private Map<String, AttributeValue> expiring(Map<String, AttributeValue> item, Activity entry) {
        var expiring = new HashMap<>(item);
        expiring.put("expiresAtEpochSeconds", ActivityItems.expiry(entry, config.activityMemory()));
        return expiring;
    }
}
