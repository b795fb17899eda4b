package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.ActivityCounts;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The counts that {@link DynamoDbActivityLog} keeps, with a query for each day; {@link ActivityCounters} says how exact. */
public final class DynamoDbActivityCounts implements ActivityCounts {

    private static final int CONCURRENCY = 8;

    private final DynamoDbAsyncClient dynamoDb;
    private final TableConfig config;

    public DynamoDbActivityCounts(DynamoDbAsyncClient dynamoDb, TableConfig config) {
        this.dynamoDb = dynamoDb;
        this.config = config;
    }

    @Override
    public Uni<List<Count>> between(Instant from, Instant to) {
        return Uni.createFrom().deferred(() -> {
            ActivityCounts.check(from, to);
            var last = to.minusNanos(1);
            var days = ActivityKeys.day(from).datesUntil(ActivityKeys.day(last).plusDays(1));
            return Uni.join()
                    .all(days.map(this::of).toList())
                    .usingConcurrencyOf(CONCURRENCY)
                    .andFailFast()
                    .map(counts -> counts.stream()
                            .flatMap(List::stream)
                            .filter(count -> !count.hour().isBefore(from.truncatedTo(ChronoUnit.HOURS))
                                    && !count.hour().isAfter(last))
                            .toList());
        });
    }

    private Uni<List<Count>> of(LocalDate day) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.query(query -> query.tableName(config.activity())
                        .keyConditionExpression("pk = :day")
                        .expressionAttributeValues(Map.of(":day", text(ActivityKeys.counts(day))))))
                .map(answer -> answer.items().stream()
                        .flatMap(item -> counts(day, item))
                        .toList());
    }

    private static Stream<Count> counts(LocalDate day, Map<String, AttributeValue> item) {
        var hour = day.atTime(Integer.parseInt(text(item, "sk")), 0)
                .atOffset(ZoneOffset.UTC)
                .toInstant();
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Arrays.stream(Result.values())
                        .flatMap(
                                result -> count(item, operation, result)
                                        .map(entries -> new Count(hour, operation, result, entries))
                                        .stream()));
    }

    private static Optional<Long> count(Map<String, AttributeValue> item, Operation operation, Result result) {
        return Optional.ofNullable(item.get(ActivityCounters.attribute(operation, result)))
                .map(value -> Long.parseLong(value.n()))
                .filter(entries -> entries > 0);
    }
}
