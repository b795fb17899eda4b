package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Place;
import io.nowbridge.activity.Wanted;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The log day by day, by the most selective index that a filter has a value for; what it asks for beside that is left to a
 * filter expression, and its text to us.
 */
final class DaysOfActivity implements ActivityStretches {

    private final DynamoDbAsyncClient dynamoDb;
    private final String table;
    private final Wanted wanted;
    private final Optional<ActivityIndex> index;
    private final Map<String, String> others;

    DaysOfActivity(DynamoDbAsyncClient dynamoDb, String table, Wanted wanted) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.wanted = wanted;
        this.index = Arrays.stream(ActivityIndex.values())
                .filter(it -> it.of(wanted).isPresent())
                .findFirst();
        this.others = conditions(wanted);
        index.map(ActivityIndex::value).ifPresent(others::remove);
    }

    @Override
    public List<Stretch> behind(Place place, int most) {
        if (place.compareTo(Place.before(wanted.from())) <= 0) {
            return List.of();
        }
        var first = ActivityKeys.day(place);
        var left = ChronoUnit.DAYS.between(ActivityKeys.day(wanted.from()), first) + 1;
        return first.datesUntil(first.minusDays(Math.min(left, most)), Period.ofDays(-1))
                .<Stretch>map(day -> (many, read) -> read(day, place, many, read))
                .toList();
    }

    private Uni<Stretch.Part> read(LocalDate day, Place place, int many, int most) {
        // Unfiltered, each item that is read is found.
        var limit = others.isEmpty() && wanted.text().isEmpty() ? Math.min(many, most) : most;
        var values = new HashMap<>(Map.of(
                ":day",
                text(index.flatMap(it -> it.of(wanted))
                        .map(value -> ActivityIndex.partition(value, day))
                        .orElse(day.toString())),
                ":from",
                text(Place.before(wanted.from()).text())));
        others.forEach((name, value) -> values.put(":" + name, text(value)));
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> {
                    query.tableName(table)
                            .scanIndexForward(false)
                            .limit(limit)
                            .keyConditionExpression("#day = :day AND sk >= :from")
                            .expressionAttributeNames(names())
                            .expressionAttributeValues(values);
                    index.map(ActivityIndex::index).ifPresent(query::indexName);
                    if (!others.isEmpty()) {
                        query.filterExpression(others.keySet().stream()
                                .map(name -> "#%s = :%s".formatted(name, name))
                                .collect(Collectors.joining(" AND ")));
                    }
                    if (ActivityKeys.day(place).equals(day)) {
                        query.exclusiveStartKey(start(day, place, values));
                    }
                }))
                .map(answer -> part(answer, day));
    }

    private Stretch.Part part(QueryResponse answer, LocalDate day) {
        var isLast = answer.lastEvaluatedKey().isEmpty();
        return new Stretch.Part(
                answer.items().stream()
                        .map(ActivityItems::activity)
                        .filter(wanted::hasText)
                        .toList(),
                answer.scannedCount(),
                isLast
                        ? Place.before(day.atStartOfDay(ZoneOffset.UTC).toInstant())
                        : new Place(text(answer.lastEvaluatedKey(), "sk")),
                isLast);
    }

    private Map<String, AttributeValue> start(LocalDate day, Place place, Map<String, AttributeValue> values) {
        var start = new HashMap<>(KeyedItems.key(day.toString(), place.text()));
        index.ifPresent(it -> start.put(it.attribute(), values.get(":day")));
        return start;
    }

    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        names.put("#day", index.map(ActivityIndex::attribute).orElse("pk"));
        others.keySet().forEach(name -> names.put("#" + name, name));
        return names;
    }

    private static Map<String, String> conditions(Wanted wanted) {
        var conditions = new HashMap<String, String>();
        wanted.connection().ifPresent(it -> conditions.put(ActivityItems.CONNECTION, it.value()));
        wanted.template().ifPresent(it -> conditions.put(ActivityItems.TEMPLATE, it));
        wanted.operation().ifPresent(it -> conditions.put(ActivityItems.OPERATION, it.name()));
        wanted.result().ifPresent(it -> conditions.put(ActivityItems.RESULT, it.name()));
        return conditions;
    }
}
