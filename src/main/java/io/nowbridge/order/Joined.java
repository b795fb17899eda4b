package io.nowbridge.order;

import java.util.Collection;

/** Texts in a column that has so much room, in characters. */
final class Joined {

    private static final String BETWEEN = ", ";
    private static final String MORE = "...";

    private Joined() {}

    /** Several numbers: whole ones only, the first that there is room for. */
    static String of(Collection<String> numbers, int room) {
        var joined = new StringBuilder();
        for (var number :
                numbers.stream().filter(any -> !any.isEmpty()).distinct().toList()) {
            var more = joined.isEmpty() ? number : BETWEEN + number;
            if (joined.length() + more.length() > room) {
                break;
            }
            joined.append(more);
        }
        return joined.toString();
    }

    /** A text, and that there is more of it. */
    static String cut(String text, int room) {
        return text.length() <= room ? text : text.substring(0, room - MORE.length()) + MORE;
    }
}
