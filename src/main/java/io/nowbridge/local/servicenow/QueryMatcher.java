package io.nowbridge.local.servicenow;

import io.nowbridge.local.servicenow.EncodedQuery.Condition;
import io.nowbridge.local.servicenow.EncodedQuery.Group;
import io.nowbridge.local.servicenow.EncodedQuery.Join;
import io.nowbridge.local.servicenow.EncodedQuery.Related;
import io.nowbridge.local.servicenow.EncodedQuery.Term;
import java.time.Instant;
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
