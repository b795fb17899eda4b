package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to compute over a set of rows.
 *
 * @param fields the columns of each function, by its name ({@code avg}, {@code min}, {@code max}, {@code sum})
 */
record Statistics(boolean count, Map<String, List<String>> fields, DotWalk walk) {

    private static final List<String> FUNCTIONS = List.of("avg", "min", "max", "sum");
    private static final int DECIMALS = 4;

    static Statistics of(Call call, DotWalk walk) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var function : FUNCTIONS) {
            var names = AggregateApi.names(call, "sysparm_" + function + "_fields");
            if (!names.isEmpty()) {
                fields.put(function, names);
            }
        }
        if (fields.isEmpty() && !call.flag("sysparm_count")) {
            throw Refusal.withoutDetail(400, "No request parameter for aggregate operation specified");
        }
        return new Statistics(call.flag("sysparm_count"), fields, walk);
    }

    JsonObject of(List<Row> rows) {
        var json = new JsonObject();
        if (count) {
            json.put("count", String.valueOf(rows.size()));
        }
        fields.forEach((function, names) -> {
            var values = new JsonObject();
            names.forEach(name -> values.put(name, value(function, name, rows)));
            json.put(function, values);
        });
        return json;
    }

    /** One function over one column; empty values count for nothing, and of nothing but them the result is empty. */
    String value(String function, String name, List<Row> rows) {
        if (function.equals("count")) {
            return String.valueOf(rows.size());
        }
        var values = rows.stream()
                .map(row -> walk.value(row, name))
                .filter(value -> !value.isEmpty())
                .toList();
        return figure(function, values).orElse("");
    }

    private static Optional<String> figure(String function, List<String> values) {
        var numbers = values.stream()
                .flatMap(value -> Comparison.number(value).stream())
                .toList();
        // What is not all numbers is ordered as text, as times are.
        var texts = numbers.size() < values.size() ? values.stream() : Stream.<String>empty();
        return switch (function) {
            case "min" ->
                texts.min(Comparator.naturalOrder())
                        .or(() -> text(numbers.stream().min(BigDecimal::compareTo)));
            case "max" ->
                texts.max(Comparator.naturalOrder())
                        .or(() -> text(numbers.stream().max(BigDecimal::compareTo)));
            case "avg" -> text(sum(numbers).map(sum -> average(sum, numbers.size())));
            default -> text(sum(numbers));
        };
    }

    private static BigDecimal average(BigDecimal sum, int count) {
        return sum.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal::add);
    }

    private static Optional<String> text(Optional<BigDecimal> number) {
        return number.map(
                known -> known.signum() == 0 ? "0" : known.stripTrailingZeros().toPlainString());
    }
}
