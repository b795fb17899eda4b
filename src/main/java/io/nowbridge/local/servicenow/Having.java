package io.nowbridge.local.servicenow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code sysparm_having}: conditions on a group's figures, {@code count^priority^>^3}, separated by commas. */
record Having(List<Condition> conditions) {

    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\^([\\w.]*)\\^(=|!=|<=|>=|<|>)\\^(-?\\d{1,15})");

    record Condition(String function, String field, Operator operator, BigDecimal value) {}

    static Having parse(String text) {
        var conditions = new ArrayList<Condition>();
        for (var part : text.split(",", -1)) {
            var condition = CONDITION.matcher(part);
            if (condition.matches()) {
                conditions.add(new Condition(
                        condition.group(1).toLowerCase(Locale.ROOT),
                        condition.group(2),
                        Operator.of(condition.group(3)),
                        new BigDecimal(condition.group(4))));
            }
        }
        return new Having(conditions);
    }

    boolean allows(Statistics statistics, List<Row> group) {
        return conditions.stream()
                .allMatch(condition -> Comparison.number(
                                statistics.value(condition.function(), condition.field(), group))
                        .filter(value ->
                                Comparison.numbers(condition.operator(), value.compareTo(condition.value()), 0))
                        .isPresent());
    }
}
