package io.nowbridge.local.servicenow;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code sysparm_order_by}: the order of groups, by {@code AVG^state}, {@code COUNT} or a field, {@code ^DESC} reverses. */
record GroupOrder(List<Key> keys) {

    private static final Set<String> FUNCTIONS = Set.of("avg", "min", "max", "sum");
    private static final Pattern DESCENDING = Pattern.compile("(.+)\\^DESC");

    /** What groups are ordered by: a figure of the whole group, or, without a function, a field of its rows. */
    record Key(String function, String field, boolean descending) {

        static Key parse(String text) {
            var descending = DESCENDING.matcher(text);
            var parts = (descending.matches() ? descending.group(1) : text).split("\\^", 2);
            var first = parts[0].toLowerCase(Locale.ROOT);
            if (first.equals("count")) {
                return new Key(first, "", descending.matches());
            }
            return parts.length == 2 && FUNCTIONS.contains(first)
                    ? new Key(first, parts[1], descending.matches())
                    : new Key("", parts[0], descending.matches());
        }
    }

    static GroupOrder of(Call call) {
        return new GroupOrder(AggregateApi.names(call, "sysparm_order_by").stream()
                .map(Key::parse)
                .toList());
    }

    /** Sorts the groups; without a key they stay as they are. */
    Stream<List<Row>> sorted(Stream<List<Row>> groups, Statistics statistics, RowText text) {
        return keys.stream()
                .map(key -> comparator(key, statistics, text))
                .reduce(Comparator::thenComparing)
                .map(groups::sorted)
                .orElse(groups);
    }

    private static Comparator<List<Row>> comparator(Key key, Statistics statistics, RowText text) {
        ToIntBiFunction<List<Row>, List<Row>> compare = key.function().isEmpty()
                ? (one, other) -> text.compare(one.getFirst(), other.getFirst(), key.field())
                : (one, other) -> Comparison.figures(
                        statistics.value(key.function(), key.field(), one),
                        statistics.value(key.function(), key.field(), other));
        Comparator<List<Row>> ascending = compare::applyAsInt;
        return key.descending() ? ascending.reversed() : ascending;
    }
}
