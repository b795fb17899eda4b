package io.nowbridge.local.servicenow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A parsed {@code sysparm_query}: groups separated by {@code ^NQ}, of which one must match.
 *
 * @param broken parts that are no condition at all; the instance ignores them like conditions on unknown fields
 */
record EncodedQuery(List<Group> groups, List<Order> orders, List<String> broken) {

    /** Clauses that must all match; a clause is alternatives of which one must. */
    record Group(List<List<Term>> clauses) {}

    record Order(String field, boolean descending) {}

    /** What can stand between two separators. */
    sealed interface Term {}

    record Condition(String field, Operator operator, String value) implements Term {}

    /** {@code RLQUERYtable.column,>=1^...^ENDRLQUERY}: how many related rows there are. */
    record Related(String table, String column, Operator operator, int count, EncodedQuery query) implements Term {}

    /** {@code JOINtable.column=other.otherColumn!query}: there is a row of the other table that matches. */
    record Join(String column, String table, String otherColumn, EncodedQuery query) implements Term {}

    private static final Pattern CONDITION =
            Pattern.compile("([A-Za-z0-9_.]+?)(" + Operator.pattern() + ")(.*)", Pattern.DOTALL);
    private static final Pattern RELATED = Pattern.compile("RLQUERY(\\w+)\\.([\\w.]+),(>=|<=|!=|=|>|<)(\\d+)(?:,m2m)?");
    private static final Pattern JOIN = Pattern.compile("JOIN\\w+\\.(\\w+)=(\\w+)\\.(\\w+)(?:!(.*))?", Pattern.DOTALL);

    static EncodedQuery parse(String text) {
        return new Parser(split(text)).parse();
    }

    /** Every field the query reads in the table itself, once per mention. */
    Stream<Condition> conditions() {
        return groups.stream()
                .flatMap(group -> group.clauses().stream())
                .flatMap(List::stream)
                .flatMap(term -> term instanceof Condition condition ? Stream.of(condition) : Stream.empty());
    }

    /** The query without the conditions and orders whose field is refused: what the instance makes of a bad field. */
    EncodedQuery keeping(Predicate<String> field) {
        var kept = groups.stream()
                .map(group -> new Group(group.clauses().stream()
                        .map(clause -> clause.stream()
                                .filter(term -> !(term instanceof Condition condition) || field.test(condition.field()))
                                .toList())
                        .filter(clause -> !clause.isEmpty())
                        .toList()))
                .toList();
        return new EncodedQuery(
                kept, orders.stream().filter(order -> field.test(order.field())).toList(), List.of());
    }

    // A separator is a ^ that is not doubled: ^^ is a literal one.
    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '^') {
                part.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '^') {
                part.append(c);
                i++;
            } else {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** Takes the parts one after the other. */
    private static final class Parser {

        private final List<String> parts;
        private final List<Group> groups = new ArrayList<>();
        private final List<Order> orders = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
        private List<List<Term>> clauses = new ArrayList<>();
        private int next;

        Parser(List<String> parts) {
            this.parts = parts;
        }

        EncodedQuery parse() {
            while (next < parts.size()) {
                take(parts.get(next++));
            }
            groups.add(new Group(clauses));
            return new EncodedQuery(groups, orders, broken);
        }

        private void take(String part) {
            if (part.isEmpty() || part.equals("EQ")) {
                return;
            }
            if (part.startsWith("ORDERBYDESC")) {
                orders.add(new Order(part.substring("ORDERBYDESC".length()), true));
            } else if (part.startsWith("ORDERBY")) {
                orders.add(new Order(part.substring("ORDERBY".length()), false));
            } else if (part.startsWith("NQ")) {
                groups.add(new Group(clauses));
                clauses = new ArrayList<>();
                take(part.substring("NQ".length()));
            } else if (part.startsWith("OR") && !clauses.isEmpty()) {
                term(part.substring("OR".length())).ifPresent(clauses.getLast()::add);
            } else {
                term(part).ifPresent(term -> clauses.add(new ArrayList<>(List.of(term))));
            }
        }

        private Optional<Term> term(String part) {
            var related = RELATED.matcher(part);
            if (related.matches()) {
                var operator = Operator.of(related.group(3));
                var count = Integer.parseInt(related.group(4));
                return Optional.of(
                        new Related(related.group(1), related.group(2), operator, count, untilEndOfRelated()));
            }
            var join = JOIN.matcher(part);
            if (join.matches()) {
                var query =
                        EncodedQuery.parse(Optional.ofNullable(join.group(4)).orElse(""));
                return Optional.of(new Join(join.group(1), join.group(2), join.group(3), query));
            }
            var condition = CONDITION.matcher(part);
            if (condition.matches()) {
                return Optional.of(
                        new Condition(condition.group(1), Operator.of(condition.group(2)), condition.group(3)));
            }
            broken.add(part);
            return Optional.empty();
        }

        private EncodedQuery untilEndOfRelated() {
            var end = parts.subList(next, parts.size()).indexOf("ENDRLQUERY");
            var last = end < 0 ? parts.size() : next + end;
            var inner = new Parser(parts.subList(next, last)).parse();
            next = Math.min(last + 1, parts.size());
            return inner;
        }
    }
}
