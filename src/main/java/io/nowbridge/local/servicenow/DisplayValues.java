package io.nowbridge.local.servicenow;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people see in place of stored values: names, labels, local times, grouped digits. */
final class DisplayValues {

    private static final LocalDateTime ZERO_DURATION = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final Schema schema;
    private final Records records;
    private final Choices choices;
    private final Journal journal;

    DisplayValues(Schema schema, Records records, Choices choices, Journal journal) {
        this.schema = schema;
        this.records = records;
        this.choices = choices;
        this.journal = journal;
    }

    String of(Row row, Column column, ZoneId zone) {
        var value = row.value(column.name());
        if (column.name().equals("sla_due") && value.isEmpty()) {
            return "UNKNOWN";
        }
        if (column.name().equals("sys_class_name")) {
            return schema.find(value).map(Table::label).orElse(value);
        }
        if (column.choice()) {
            return choices.label(schema.table(row.table()), column.name(), value)
                    .orElse(value);
        }
        return ofType(row, column, value, zone);
    }

    /** The display value of the row that a reference column refers to; nothing if it dangles. */
    String reference(Column column, String value) {
        // The global domain is no record, and yet has a name.
        if (value.equals("global")) {
            return value;
        }
        return column.reference()
                .flatMap(table -> records.find(table, value))
                .map(this::of)
                .orElse("");
    }

    String of(Row row) {
        return row.value(schema.table(row.table()).display());
    }

    /** The row that people call {@code shown}; users also by their user name. */
    Optional<Row> find(Table table, String shown) {
        return Stream.of(table.display(), "user_name")
                .filter(column -> table.column(column).isPresent())
                .flatMap(column -> records.all(table.name())
                        .filter(row -> row.value(column).equalsIgnoreCase(shown)))
                .findFirst();
    }

    String author(String userName) {
        return records.with("sys_user", "user_name", userName).stream()
                .map(user -> user.value("name"))
                .findFirst()
                .orElse(userName);
    }

    private String ofType(Row row, Column column, String value, ZoneId zone) {
        if (value.isEmpty() && !column.isJournal()) {
            return "";
        }
        return switch (column.type()) {
            case STRING, BOOLEAN, DATE, GUID -> value;
            case INTEGER -> grouped(value, "%,.0f");
            case DECIMAL -> grouped(value, "%,.2f");
            case CURRENCY -> grouped(value, "$%,.2f");
            case DATE_TIME -> Times.shown(value, zone);
            case DURATION -> duration(value);
            case REFERENCE -> reference(column, value);
            case LIST -> list(column, value);
            case PASSWORD -> "********";
            case JOURNAL, JOURNAL_LIST -> history(row, column, zone);
        };
    }

    private static String grouped(String value, String format) {
        return Comparison.number(value)
                .map(number -> String.format(Locale.US, format, number))
                .orElse(value);
    }

    // Durations are stored as the time since the epoch: "1970-01-02 04:23:00" is a day, four hours and 23 minutes.
    private static String duration(String value) {
        return Optional.of(value)
                .filter(text -> Times.stored(text, ZoneOffset.UTC).isPresent())
                .map(text -> prose(Duration.between(ZERO_DURATION, LocalDateTime.parse(text, Times.FORMAT))))
                .orElse(value);
    }

    private static String prose(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return counted(duration.toSeconds(), "Second").strip();
        }
        return (counted(duration.toDays(), "Day")
                        + counted(duration.toHoursPart(), "Hour")
                        + counted(duration.toMinutesPart(), "Minute"))
                .strip();
    }

    private static String counted(long count, String unit) {
        return count == 0 ? "" : "%d %s%s ".formatted(count, unit, count == 1 ? "" : "s");
    }

    private String list(Column column, String value) {
        return Arrays.stream(value.split(",", -1))
                .map(item -> Optional.of(reference(column, item))
                        .filter(name -> !name.isEmpty())
                        .orElse(item))
                .collect(Collectors.joining(", "));
    }

    private String history(Row row, Column column, ZoneId zone) {
        return journal.entries(row, column).stream()
                .map(entry -> entry(row, entry, zone))
                .collect(Collectors.joining());
    }

    private String entry(Row row, Row entry, ZoneId zone) {
        var label = schema.table(row.table())
                .column(entry.value("element"))
                .map(Column::label)
                .orElse("");
        return "%s - %s (%s)\n%s\n\n"
                .formatted(
                        Times.shown(entry.value("sys_created_on"), zone),
                        author(entry.value("sys_created_by")),
                        label,
                        entry.value("value"));
    }
}
