package io.nowbridge.local.servicenow;

import io.nowbridge.local.servicenow.EncodedQuery.Condition;
import io.nowbridge.local.servicenow.EncodedQuery.Group;
import io.nowbridge.local.servicenow.EncodedQuery.Join;
import io.nowbridge.local.servicenow.EncodedQuery.Related;
import io.nowbridge.local.servicenow.EncodedQuery.Term;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds the rows that an encoded query means, for one caller at one moment. */
final class QueryMatcher {

    private final Schema schema;
    private final Records records;
    private final DotWalk walk;
    private final RowText text;
    private final Conditions conditions;

    QueryMatcher(Schema schema, Records records, DisplayValues display, Caller caller, Instant now) {
        this.schema = schema;
        this.records = records;
        this.walk = new DotWalk(schema, records);
        this.text = new RowText(schema, walk, display);
        this.conditions = new Conditions(schema, walk, text, new Hierarchies(schema, records, caller), caller, now);
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
        return field.equals(Conditions.TEXT_QUERY) || walk.column(table, field).isPresent();
    }

    // Records by their key, or by what a column of text holds, are what clients ask for most: they need no walk through
    // the
    // table.
    private Stream<Row> candidates(Table table, EncodedQuery query) {
        return query.groups().size() == 1
                ? query.groups().getFirst().clauses().stream()
                        .filter(clause -> clause.stream().allMatch(term -> isIndexed(table, term)))
                        .findFirst()
                        .map(clause -> clause.stream()
                                .flatMap(term -> indexed(table, (Condition) term))
                                .distinct())
                        .orElseGet(() -> records.all(table.name()))
                : records.all(table.name());
    }

    private static boolean isIndexed(Table table, Term term) {
        return term instanceof Condition(var field, var operator, var value)
                && (operator == Operator.EQUALS || operator == Operator.IN)
                && !value.isEmpty()
                && !value.contains("NULL")
                && !value.contains("javascript:")
                && table.column(field).filter(QueryMatcher::isText).isPresent();
    }

    private static boolean isText(Column column) {
        return switch (column.type()) {
            case STRING, REFERENCE, GUID -> !column.choice();
            case INTEGER,
                    DECIMAL,
                    CURRENCY,
                    BOOLEAN,
                    DATE,
                    DATE_TIME,
                    DURATION,
                    JOURNAL,
                    JOURNAL_LIST,
                    PASSWORD,
                    LIST -> false;
        };
    }

    private Stream<Row> indexed(Table table, Condition condition) {
        var values = condition.operator() == Operator.IN
                ? Arrays.stream(condition.value().split(",", -1))
                : Stream.of(condition.value());
        return values.flatMap(value -> records.called(table.name(), condition.field(), value));
    }

    private boolean matches(Row row, Group group) {
        return group.clauses().stream().allMatch(clause -> clause.stream().anyMatch(term -> matches(row, term)));
    }

    private boolean matches(Row row, Term term) {
        return switch (term) {
            case Condition condition -> conditions.hold(row, condition);
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
}
