package io.nowbridge.connector.servicenow.order;

import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.ServiceNow;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table as it takes what we say: points in time, dates and choices in its own spelling. */
record WrittenTable(Map<String, Column> columns, ChoiceWords words) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final DateTimeFormatter STORED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    // What ServiceNow ships of a purchase order and its lines, for those who may not read the dictionary.
    private static final Set<String> SHIPPED_TIMES =
            Set.of("expected_delivery", "received", "ordered", "requested", "po_date", "due_by");

    // Shown in local time, noon is still the same day almost everywhere; midnight is not.
    private static final String NOON = " 12:00:00";

    /** The table, of which these columns are written. */
    static Uni<WrittenTable> of(ServiceNow serviceNow, String table, Collection<String> written) {
        return serviceNow.dictionary().columns(table).flatMap(columns -> {
            // Those who may not read the dictionary may yet read what a column chooses from.
            var choices = written.stream()
                    .filter(name -> Optional.ofNullable(columns.get(name))
                            .map(Column::choice)
                            .orElse(columns.isEmpty()))
                    .collect(Collectors.toSet());
            return ChoiceWords.of(serviceNow.choices(), table, choices).map(words -> new WrittenTable(columns, words));
        });
    }

    /** What a column is to hold, for a text in which times are as ISO 8601 has them. */
    String stored(String column, String text) {
        return switch (type(column)) {
            case "glide_date_time" -> DATE.matcher(text).matches() ? text + NOON : time(text);
            case "glide_date" -> TIME.matcher(text).matches() ? text.substring(0, "2026-01-05".length()) : text;
            default -> words.stored(column, text);
        };
    }

    private static String time(String text) {
        return TIME.matcher(text).matches() ? STORED.format(Instant.parse(text)) : text;
    }

    private String type(String column) {
        return Optional.ofNullable(columns.get(column))
                .map(Column::type)
                .orElse(SHIPPED_TIMES.contains(column) ? "glide_date_time" : "string");
    }
}
