package io.nowbridge.local;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that was measured, beside what it was to be.
 *
 * @param value with its unit
 * @param target empty of a figure that the others are measured by
 */
record Figure(String what, String value, String target, boolean met) {

    private static final String NO_TARGET = "";

    static Figure atMost(String what, double value, double most, String unit) {
        return new Figure(what, number(value) + unit, "at most " + number(most) + unit, value <= most);
    }

    static Figure atLeast(String what, double value, double least, String unit) {
        return new Figure(what, number(value) + unit, "at least " + number(least) + unit, value >= least);
    }

    /** One that the others are measured by. */
    static Figure beside(String what, double value, String unit) {
        return new Figure(what, number(value) + unit, NO_TARGET, true);
    }

    static Figure count(String what, long value) {
        return beside(what, (double) value, "");
    }

    static String table(List<Figure> figures) {
        return figures.stream().map(Figure::line).collect(Collectors.joining("\n"));
    }

    private String line() {
        return "  %-56s %14s   %-18s %s"
                .formatted(what, value, target, target.equals(NO_TARGET) ? "" : met ? "met" : "target missed")
                .stripTrailing();
    }

    // Three digits that say something; whole numbers as they are.
    private static String number(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : "%,.1f", value);
    }
}
