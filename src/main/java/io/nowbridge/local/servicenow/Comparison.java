package io.nowbridge.local.servicenow;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares stored texts as their column's type has it: numbers by size, times by the calendar, words without case. */
final class Comparison {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final int DATE_LENGTH = "2026-01-31".length();

    private Comparison() {}

    static boolean equal(Column column, String actual, String operand) {
        if (operand.isEmpty() || operand.equals("NULL")) {
            return actual.isEmpty();
        }
        return switch (column.type()) {
            case INTEGER, DECIMAL, CURRENCY ->
                number(actual)
                        .flatMap(one -> number(operand).map(one::compareTo))
                        .equals(Optional.of(0));
            case BOOLEAN -> actual.equals(String.valueOf(operand.equalsIgnoreCase("true") || operand.equals("1")));
            case DATE_TIME -> actual.equals(dateTime(operand));
            case STRING, DATE, DURATION, REFERENCE, JOURNAL, JOURNAL_LIST, PASSWORD, GUID, LIST ->
                actual.equalsIgnoreCase(operand);
        };
    }

    /** Whether {@code actual operator operand} holds; an empty value is neither more nor less than anything. */
    static boolean ordered(Operator operator, Column column, String actual, String operand) {
        if (actual.isEmpty() || operand.isEmpty()) {
            return false;
        }
        if (column.type().isNumber()) {
            return number(actual)
                    .flatMap(one -> number(operand).map(other -> holds(operator, one.compareTo(other))))
                    .orElse(false);
        }
        var other = column.type() == Column.Type.DATE_TIME ? dateTime(operand) : operand;
        return holds(operator, actual.compareToIgnoreCase(other));
    }

    static boolean numbers(Operator operator, long actual, long operand) {
        return holds(operator, Long.compare(actual, operand));
    }

    static int compareNumbers(String one, String other) {
        return number(one).orElse(BigDecimal.ZERO).compareTo(number(other).orElse(BigDecimal.ZERO));
    }

    /** The order of two figures: numbers by size, all else as text. */
    static int figures(String one, String other) {
        return number(one)
                .flatMap(number -> number(other).map(number::compareTo))
                .orElseGet(() -> one.compareTo(other));
    }

    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case EQUALS -> order == 0;
            case NOT_EQUALS -> order != 0;
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            default -> throw new IllegalArgumentException(operator + " does not order");
        };
    }

    // A day alone means its first second.
    private static String dateTime(String operand) {
        return operand.length() == DATE_LENGTH ? operand + " 00:00:00" : operand;
    }
}
