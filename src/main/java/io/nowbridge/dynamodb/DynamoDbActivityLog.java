package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.smallrye.mutiny.Uni;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The Sync Activity Log, a partition for each hour (UTC).
 *
 * <table>
 * <caption>The activity table</caption>
 * <tr><th>entity</th><th>pk</th><th>sk</th><th>ttl</th></tr>
 * <tr><td>entry</td><td>{@code 2026-01-05T09}</td><td>{@code <epoch millis, 13 digits>#<id>}</td>
 * <td>{@code expiresAtEpochSeconds}</td></tr>
 * </table>
 */
public final class DynamoDbActivityLog implements ActivityLog {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH").withZone(ZoneOffset.UTC);

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig config;

    public DynamoDbActivityLog(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
    }

    @Override
    public Uni<Void> record(Activity activity) {
        return Uni.createFrom()
                .completionStage(() ->
                        dynamoDb.putItem(put -> put.tableName(config.activity()).item(toItem(activity))))
                .replaceWithVoid();
    }

    private Map<String, AttributeValue> toItem(Activity activity) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", text(HOUR.format(activity.at())));
        item.put("sk", text("%013d#%s".formatted(activity.at().toEpochMilli(), activity.id())));
        item.put("id", text(activity.id()));
        item.put("atEpochMillis", number(activity.at().toEpochMilli()));
        item.put("durationMillis", number(activity.duration().toMillis()));
        item.put("operation", text(activity.operation().name()));
        item.put("function", text(activity.function()));
        item.put("connectionId", text(activity.connection().value()));
        item.put("startedBy", text(activity.startedBy()));
        item.put("result", text(activity.result().name()));
        item.put(
                "subjects",
                AttributeValue.fromM(activity.subjects().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, subject -> text(subject.getValue())))));
        item.put(
                "failures",
                Attributes.list(activity.failures().stream()
                        .map(DynamoDbActivityLog::toItem)
                        .toList()));
        item.put(
                "expiresAtEpochSeconds",
                number(activity.at().plus(config.activityMemory()).getEpochSecond()));
        return item;
    }

    private static Map<String, AttributeValue> toItem(Failure failure) {
        return Map.of(
                "subject", text(failure.subject()),
                "cause", text(failure.cause()),
                "whoCanFix", text(failure.whoCanFix().name()),
                "resolution", text(failure.resolution()));
    }
}
