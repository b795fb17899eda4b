package io.nowbridge.local.servicenow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one column from its line in a seed: {@code priority | Priority | integer choice default=4}. */
final class ColumnLine {

    private static final Pattern TYPE = Pattern.compile("(\\w+)(?:\\((\\w+)\\))?");
    private static final String DEFAULT = "default=";
    private static final int STRING_LENGTH = 40;
    private static final int SYS_ID_LENGTH = 32;

    private ColumnLine() {}

    static Column parse(String line) {
        var parts = line.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A column is \"name | Label | type\", not \"" + line + "\"");
        }
        var words = Arrays.asList(parts[2].strip().split("\\s+", -1));
        var type = TYPE.matcher(words.getFirst());
        if (!type.matches()) {
            throw new IllegalArgumentException("No type in the column \"" + line + "\"");
        }
        var kind = Column.Type.of(type.group(1));
        var refers = kind == Column.Type.REFERENCE || kind == Column.Type.LIST;
        var argument = Optional.ofNullable(type.group(2));
        return new Column(
                parts[0].strip(),
                parts[1].strip(),
                kind,
                argument.filter(length -> !refers).map(Integer::parseInt).orElse(defaultLength(kind)),
                argument.filter(table -> refers),
                words.contains("choice"),
                words.contains("mandatory"),
                words.contains("readonly"),
                initial(words));
    }

    private static int defaultLength(Column.Type kind) {
        return switch (kind) {
            case STRING, INTEGER, DECIMAL, CURRENCY, BOOLEAN, DATE, DATE_TIME, DURATION -> STRING_LENGTH;
            case REFERENCE, GUID -> SYS_ID_LENGTH;
            case JOURNAL, JOURNAL_LIST, LIST -> 4000;
            case PASSWORD -> 255;
        };
    }

    private static String initial(List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(DEFAULT))
                .map(word -> word.substring(DEFAULT.length()).replace('+', ' '))
                .findFirst()
                .orElse("");
    }
}
