package io.nowbridge.local.servicenow;

import io.nowbridge.local.servicenow.EncodedQuery.Condition;
import io.nowbridge.local.servicenow.EncodedQuery.Group;
import io.nowbridge.local.servicenow.EncodedQuery.Join;
import io.nowbridge.local.servicenow.EncodedQuery.Related;
import io.nowbridge.local.servicenow.EncodedQuery.Term;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the rows that an encoded query means, for one caller at one moment. */
final class QueryMatcher {

    private static final String TEXT_QUERY = "123TEXTQUERY321";

    private final Schema schema;
    private final Records records;
    private final DotWalk walk;
    private final RowText text;
    private final Caller caller;
    private final ScriptedValues scripts;
    private final RelativeTimes times;

    QueryMatcher(Schema schema, Records records, DisplayValues display, Caller caller, Instant now) {
        this.schema = schema;
        this.records = records;
        this.walk = new DotWalk(schema, records);
        this.text = new RowText(schema, walk, display);
        this.caller = caller;
        this.scripts = new ScriptedValues(caller, now);
        this.times = new RelativeTimes(now);
    }

    /** The rows of the table that match, in the query's order. */
    List<Row> rows(Table table, EncodedQuery query) {
        var known = query.keeping(field -> isKnown(table, field));
        var matching = candidates(table, known).filter(row -> matches(row, known));
        return text.sorted(matching, known.orders()).toList();
    }

    boolean matches(Row row, EncodedQuery query) {
        return query.groups().stream().anyMatch(group -> matches(row, group));
    }

    boolean isKnown(Table table, String field) {
        return field.equals(TEXT_QUERY) || walk.column(table, field).isPresent();
    }

    // One record by its key is what clients ask for most: it needs no walk through the table.
    private Stream<Row> candidates(Table table, EncodedQuery query) {
        if (query.groups().size() == 1) {
            for (var clause : query.groups().getFirst().clauses()) {
                if (clause.size() == 1
                        && clause.getFirst() instanceof Condition(var field, var operator, var value)
                        && field.equals("sys_id")
                        && operator == Operator.EQUALS
                        && records.find(table.name(), value).isPresent()) {
                    return records.find(table.name(), value).stream();
                }
            }
        }
        return records.all(table.name());
    }

    private boolean matches(Row row, Group group) {
        return group.clauses().stream().allMatch(clause -> clause.stream().anyMatch(term -> matches(row, term)));
    }

    private boolean matches(Row row, Term term) {
        return switch (term) {
            case Condition condition -> matches(row, condition);
            case Related(var table, var column, var operator, var count, var query) ->
                Comparison.numbers(operator, related(table, column, row.sysId(), query), count);
            case Join(var column, var table, var otherColumn, var query) ->
                related(table, otherColumn, row.value(column), query) > 0;
        };
    }

    private long related(String table, String column, String value, EncodedQuery query) {
        return schema.find(table).stream()
                .flatMap(other -> rows(other, query).stream())
                .filter(other -> walk.value(other, column).equals(value))
                .count();
    }

    private boolean matches(Row row, Condition condition) {
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
            case DYNAMIC -> isDynamic(actual, operand);
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

    // The two dynamic filter options of every instance: "Me" and "One of my groups".
    private boolean isDynamic(String actual, String option) {
        return switch (option) {
            case "90d1921e5f510100a9ad2572f2b477fe" -> actual.equals(caller.sysId());
            case "d6435e965f510100a9ad2572f2b477fe" ->
                records.with("sys_user_grmember", "user", caller.sysId()).stream()
                        .anyMatch(member -> member.value("group").equals(actual));
            default -> false;
        };
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
