package io.nowbridge.servicenow;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rows to look for, and in which order, such as {@code where("state", "2").and("sys_updated_on").after(instant)}.
 *
 * <p>A value means itself and nothing else: the separator {@code ^} is escaped, and a value that no escape can tame is an
 * {@link IllegalArgumentException}, as is a column whose name cannot be one. Check rows that matter all the same, since
 * an instance ignores a condition on a column it does not have.
 */
public final class Query {

    private final List<String> conditions;
    private final List<String> order;

    private Query(List<String> conditions, List<String> order) {
        this.conditions = conditions;
        this.order = order;
    }

    /** Whether a condition can be made on {@code value} so that it means itself and nothing else. */
    public static boolean takes(String value) {
        return Literal.isValue(value);
    }

    /** Every row. */
    public static Query all() {
        return new Query(List.of(), List.of());
    }

    /** The rows whose column holds exactly {@code value}. */
    public static Query where(String column, String value) {
        return all().and(column, value);
    }

    /** Begins with a condition on {@code column}. */
    public static Condition where(String column) {
        return all().and(column);
    }

    /** Of these, the rows whose column holds exactly {@code value}. */
    public Query and(String column, String value) {
        return and(column).is(value);
    }

    /** Adds a condition on {@code column}. */
    public Condition and(String column) {
        return new Condition(this, "^", Literal.name(column));
    }

    /** Widens the condition just before, and that one only. */
    public Query or(String column, String value) {
        return or(column).is(value);
    }

    /** Widens the condition just before, and that one only, by one on {@code column}. */
    public Condition or(String column) {
        return new Condition(this, "^OR", Literal.name(column));
    }

    /** These rows, and those of {@code other}, in the order of these. */
    Query orElse(Query other) {
        return new Query(append(append(conditions, "^NQ"), String.join("", other.conditions)), order);
    }

    public Query orderBy(String column) {
        return new Query(conditions, append(order, "ORDERBY" + Literal.name(column)));
    }

    public Query orderByDescending(String column) {
        return new Query(conditions, append(order, "ORDERBYDESC" + Literal.name(column)));
    }

    boolean isOrdered() {
        return !order.isEmpty();
    }

    /** The query as {@code sysparm_query} takes it, before it is encoded for a URL. */
    String encoded() {
        var terms = String.join("", conditions);
        return Stream.concat(Stream.of(terms).filter(text -> !text.isEmpty()), order.stream())
                .collect(Collectors.joining("^"));
    }

    private static List<String> append(List<String> terms, String term) {
        return Stream.concat(terms.stream(), Stream.of(term)).toList();
    }

    /** A condition that still lacks its operator and value. */
    public static final class Condition {

        private final Query query;
        private final String joint;
        private final String column;

        private Condition(Query query, String joint, String column) {
            this.query = query;
            this.joint = joint;
            this.column = column;
        }

        public Query is(String value) {
            return add("=" + Literal.value(value));
        }

        public Query isNot(String value) {
            return add("!=" + Literal.value(value));
        }

        /** One of {@code values}; there is no escape for a comma, so it is refused. */
        public Query isOneOf(List<String> values) {
            if (values.isEmpty() || values.stream().anyMatch(value -> value.contains(","))) {
                throw new IllegalArgumentException("A list of values has some, and none with a comma");
            }
            return add("IN" + values.stream().map(Literal::value).collect(Collectors.joining(",")));
        }

        public Query contains(String value) {
            return add("LIKE" + Literal.value(value));
        }

        public Query startsWith(String value) {
            return add("STARTSWITH" + Literal.value(value));
        }

        public Query isEmpty() {
            return add("ISEMPTY");
        }

        /** Later than the second that {@code instant} lies in, provided the instance's user keeps to UTC. */
        public Query after(Instant instant) {
            return add(">" + Literal.value(instant));
        }

        /** Earlier than the second that {@code instant} lies in, provided the instance's user keeps to UTC. */
        public Query before(Instant instant) {
            return add("<" + Literal.value(instant));
        }

        /** In the second that {@code instant} lies in, provided the instance's user keeps to UTC. */
        Query at(Instant instant) {
            return add("=" + Literal.value(instant));
        }

        /** In the second that {@code instant} lies in, or later, provided the instance's user keeps to UTC. */
        Query notBefore(Instant instant) {
            return add(">=" + Literal.value(instant));
        }

        // The user who asks, as the instance knows it; the one script that is ours.
        Query isMine() {
            return add("=javascript:gs.getUserID()");
        }

        // Not "is": a sys_id above the last one read is the key that pages go by.
        Query above(SysId sysId) {
            return add(">" + sysId);
        }

        private Query add(String test) {
            var glue = query.conditions.isEmpty() ? "" : joint;
            return new Query(append(query.conditions, glue + column + test), query.order);
        }
    }
}
