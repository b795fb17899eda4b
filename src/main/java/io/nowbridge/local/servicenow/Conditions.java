package io.nowbridge.local.servicenow;

import io.nowbridge.local.servicenow.EncodedQuery.Condition;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Decides whether a row meets a condition, for one caller at one moment. */
final class Conditions {

    static final String TEXT_QUERY = "123TEXTQUERY321";

    private final Schema schema;
    private final DotWalk walk;
    private final RowText text;
    private final Hierarchies hierarchies;
    private final Caller caller;
    private final ScriptedValues scripts;
    private final RelativeTimes times;

    Conditions(Schema schema, DotWalk walk, RowText text, Hierarchies hierarchies, Caller caller, Instant now) {
        this.schema = schema;
        this.walk = walk;
        this.text = text;
        this.hierarchies = hierarchies;
        this.caller = caller;
        this.scripts = new ScriptedValues(caller, now);
        this.times = new RelativeTimes(now);
    }

    boolean hold(Row row, Condition condition) {
        if (condition.field().equals(TEXT_QUERY)) {
            return mentions(row, condition.value());
        }
        var column = walk.column(schema.table(row.table()), condition.field());
        return column.isPresent() && matches(row, column.get(), condition);
    }

    private boolean matches(Row row, Column column, Condition condition) {
        var actual = walk.value(row, condition.field());
        var operand = condition.value();
        return switch (condition.operator()) {
            case EQUALS -> Comparison.equal(column, actual, scripts.evaluate(operand));
            case NOT_EQUALS -> !Comparison.equal(column, actual, scripts.evaluate(operand));
            case LESS, GREATER, AT_MOST, AT_LEAST ->
                Comparison.ordered(condition.operator(), column, actual, scripts.evaluate(operand));
            case IN -> isOneOf(column, actual, operand);
            case NOT_IN -> !isOneOf(column, actual, operand);
            case LIKE -> text.of(row, condition.field()).contains(lower(operand));
            case NOT_LIKE -> !text.of(row, condition.field()).contains(lower(operand));
            case STARTS_WITH -> text.of(row, condition.field()).startsWith(lower(operand));
            case ENDS_WITH -> text.of(row, condition.field()).endsWith(lower(operand));
            case IS_EMPTY, EMPTY_STRING -> actual.isEmpty();
            case IS_NOT_EMPTY -> !actual.isEmpty();
            case ANYTHING -> true;
            case BETWEEN -> isBetween(column, actual, operand);
            case ON -> isBetween(column, actual, withoutLabel(operand));
            case NOT_ON -> !isBetween(column, actual, withoutLabel(operand));
            case SAME_AS -> Comparison.equal(column, actual, walk.value(row, operand));
            case NOT_SAME_AS -> !Comparison.equal(column, actual, walk.value(row, operand));
            case GREATER_THAN_FIELD -> Comparison.ordered(Operator.GREATER, column, actual, walk.value(row, operand));
            case LESS_THAN_FIELD -> Comparison.ordered(Operator.LESS, column, actual, walk.value(row, operand));
            case AT_LEAST_FIELD -> Comparison.ordered(Operator.AT_LEAST, column, actual, walk.value(row, operand));
            case AT_MOST_FIELD -> Comparison.ordered(Operator.AT_MOST, column, actual, walk.value(row, operand));
            case INSTANCE_OF ->
                schema.find(actual).filter(table -> table.isA(operand)).isPresent();
            case DYNAMIC -> hierarchies.isDynamic(actual, operand);
            case IN_HIERARCHY -> hierarchies.isBelow(column, actual, operand);
            case IN_HIERARCHY_DYNAMIC -> hierarchies.isBelowDynamic(column, actual, operand);
            case DATE_PART ->
                DatePart.parse(operand)
                        .filter(part -> part.holds(actual, caller.zone()))
                        .isPresent();
            case MORE_THAN ->
                TimeSpan.parse(operand)
                        .filter(span -> span.isExceeded(actual, walk.value(row, span.field())))
                        .isPresent();
            case LESS_THAN ->
                TimeSpan.parse(operand)
                        .filter(span -> span.isKept(actual, walk.value(row, span.field())))
                        .isPresent();
            case RELATIVE_AFTER ->
                times.moment(operand).filter(moment -> isAfter(actual, moment)).isPresent();
            case RELATIVE_BEFORE ->
                times.moment(operand).filter(moment -> isBefore(actual, moment)).isPresent();
        };
    }

    private boolean isOneOf(Column column, String actual, String operand) {
        return Arrays.stream(scripts.evaluate(operand).split(",", -1))
                .anyMatch(item -> Comparison.equal(column, actual, item));
    }

    private boolean isBetween(Column column, String actual, String operand) {
        var bounds = operand.split("@", -1);
        return bounds.length == 2
                && Comparison.ordered(Operator.AT_LEAST, column, actual, scripts.evaluate(bounds[0]))
                && Comparison.ordered(Operator.AT_MOST, column, actual, scripts.evaluate(bounds[1]));
    }

    // "Today@start@end": the label is for people.
    private static String withoutLabel(String operand) {
        return operand.substring(operand.indexOf('@') + 1);
    }

    private static boolean isAfter(String actual, String moment) {
        return !actual.isEmpty() && actual.compareTo(moment) >= 0;
    }

    private static boolean isBefore(String actual, String moment) {
        return !actual.isEmpty() && actual.compareTo(moment) <= 0;
    }

    private boolean mentions(Row row, String words) {
        var text = lower(String.join("\n", row.values().values()));
        return Arrays.stream(lower(words).split("\\s+", -1)).allMatch(text::contains);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
