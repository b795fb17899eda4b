package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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
            names.forEach(name -> values.put(name, text(value(function, name, rows))));
            json.put(function, values);
        });
        return json;
    }

    /** One function over one column; empty values count for nothing. */
    BigDecimal value(String function, String name, List<Row> rows) {
        if (function.equals("count")) {
            return BigDecimal.valueOf(rows.size());
        }
        var numbers = rows.stream()
                .map(row -> walk.value(row, name))
                .flatMap(value -> Comparison.number(value).stream())
                .toList();
        var sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (function.toLowerCase(Locale.ROOT)) {
            case "min" -> numbers.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            case "max" -> numbers.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            case "avg" -> sum.divide(BigDecimal.valueOf(Math.max(1, numbers.size())), DECIMALS, RoundingMode.HALF_UP);
            default -> Objects.requireNonNull(sum);
        };
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
