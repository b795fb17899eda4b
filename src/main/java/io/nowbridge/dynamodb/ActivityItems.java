package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Activity.Ignored;
import io.nowbridge.activity.Activity.Trace;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Entries of the log, and their failures, in DynamoDB's form. */
final class ActivityItems {

    static final String CONNECTION = "connectionId";
    static final String OPERATION = "operation";
    static final String RESULT = "result";
    static final String TEMPLATE = "template";
    static final String IGNORED = "ignored";

    private ActivityItems() {}

    static Map<String, AttributeValue> toItem(Activity entry) {
        var item = new HashMap<String, AttributeValue>();
        item.put("id", text(entry.id()));
        item.put("atEpochMillis", number(entry.at().toEpochMilli()));
        item.put("durationMillis", number(entry.duration().toMillis()));
        item.put(OPERATION, text(entry.operation().name()));
        item.put("function", text(entry.function()));
        item.put(CONNECTION, text(entry.connection().value()));
        entry.template().ifPresent(template -> item.put(TEMPLATE, text(template)));
        item.put("startedBy", text(entry.startedBy()));
        item.put(RESULT, text(entry.result().name()));
        item.put("done", number(entry.counts().done()));
        item.put("failed", number(entry.counts().failed()));
        item.put("left", number(entry.counts().left()));
        item.put("subjects", AttributeValue.fromM(subjects(entry)));
        item.put(
                "failures",
                Attributes.list(
                        entry.failures().stream().map(ActivityItems::toItem).toList()));
        entry.trace().correlationId().ifPresent(id -> item.put("correlationId", text(id)));
        item.put("remoteCalls", number(entry.trace().remoteCalls()));
        entry.ignored().ifPresent(ignored -> item.put(IGNORED, toValue(ignored)));
        return item;
    }

    static Activity activity(Map<String, AttributeValue> item) {
        return new Activity(
                text(item, "id"),
                Instant.ofEpochMilli(number(item, "atEpochMillis")),
                Duration.ofMillis(number(item, "durationMillis")),
                Operation.valueOf(text(item, OPERATION)),
                text(item, "function"),
                new ConnectionId(text(item, CONNECTION)),
                found(item, TEMPLATE).map(AttributeValue::s),
                text(item, "startedBy"),
                result(item),
                new Counts(number(item, "done"), number(item, "failed"), number(item, "left")),
                Attributes.map(item, "subjects").entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, subject -> subject.getValue().s())),
                Attributes.list(item, "failures").stream()
                        .map(ActivityItems::failure)
                        .toList(),
                new Trace(
                        found(item, "correlationId").map(AttributeValue::s),
                        Math.toIntExact(number(item, "remoteCalls"))),
                found(item, IGNORED).map(AttributeValue::m).map(ActivityItems::ignored));
    }

    /** When what is kept for an entry is to go, if it is kept for {@code memory}. */
    static AttributeValue expiry(Activity entry, Duration memory) {
        return number(entry.at().plus(memory).getEpochSecond());
    }

    static Result result(Map<String, AttributeValue> item) {
        return Result.valueOf(text(item, RESULT));
    }

    static Map<String, AttributeValue> toItem(Failure failure) {
        return Map.of(
                "subject", text(failure.subject()),
                "cause", text(failure.cause()),
                "whoCanFix", text(failure.whoCanFix().name()),
                "resolution", text(failure.resolution()));
    }

    static Failure failure(Map<String, AttributeValue> item) {
        return new Failure(
                text(item, "subject"),
                text(item, "cause"),
                WhoCanFix.valueOf(text(item, "whoCanFix")),
                text(item, "resolution"));
    }

    static AttributeValue toValue(Ignored ignored) {
        return AttributeValue.fromM(Map.of(
                "by", text(ignored.by()),
                "atEpochMillis", number(ignored.at().toEpochMilli()),
                "reason", text(ignored.reason())));
    }

    private static Ignored ignored(Map<String, AttributeValue> value) {
        return new Ignored(
                text(value, "by"), Instant.ofEpochMilli(number(value, "atEpochMillis")), text(value, "reason"));
    }

    private static Map<String, AttributeValue> subjects(Activity entry) {
        return entry.subjects().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, subject -> text(subject.getValue())));
    }

    private static Optional<AttributeValue> found(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name));
    }
}
