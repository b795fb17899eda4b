package io.nowbridge.export;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectionId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as comma-separated values: a line of headings, and one for each entry. */
final class CsvRows implements Rows {

    private static final String LINE_END = "\r\n";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Format.Csv format;
    private final Map<ConnectionId, String> names;
    private final DateTimeFormatter local;

    /** Shows connections with the names that they have in {@code names}. */
    CsvRows(Format.Csv format, Map<ConnectionId, String> names) {
        this.format = format;
        this.names = Map.copyOf(names);
        this.local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                .withZone(format.zone());
    }

    // The second time is there since the wall clock shows one hour of autumn twice.
    @Override
    public String head() {
        var headings = line(Stream.of(
                "Time (%s)".formatted(format.zone().getId()),
                "Time (UTC)",
                "Connection",
                "Connection id",
                "Template",
                "Operation",
                "Result",
                "Function",
                "Started by",
                "Done",
                "Failed",
                "Left",
                "Duration (ms)",
                "Remote calls",
                "Correlation id",
                "About",
                "Failures",
                "Ignored because"));
        return format.byteOrderMark() ? BYTE_ORDER_MARK + headings : headings;
    }

    @Override
    public String row(Activity entry) {
        return line(Stream.of(
                local.format(entry.at()),
                entry.at().toString(),
                entry.itsConnection().map(names::get).orElse(""),
                entry.itsConnection().map(ConnectionId::value).orElse(""),
                entry.template().orElse(""),
                entry.operation().label(),
                entry.result().label(),
                entry.function(),
                entry.startedBy(),
                Long.toString(entry.counts().done()),
                Long.toString(entry.counts().failed()),
                Long.toString(entry.counts().left()),
                Long.toString(entry.duration().toMillis()),
                Integer.toString(entry.trace().remoteCalls()),
                entry.trace().correlationId().orElse(""),
                entry.subjects().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(subject -> subject.getKey() + " " + subject.getValue())
                        .collect(Collectors.joining("; ")),
                entry.failures().stream()
                        .limit(Activity.SHOWN_FAILURES)
                        .map(CsvRows::failure)
                        .collect(Collectors.joining("\n")),
                entry.ignored().map(Activity.Ignored::reason).orElse("")));
    }

    private static String failure(Failure failure) {
        return "%s: %s (%s can fix it: %s)"
                .formatted(
                        failure.subject(), failure.cause(), failure.whoCanFix().label(), failure.resolution());
    }

    private static String line(Stream<String> cells) {
        return cells.map(Cell::of).collect(Collectors.joining(",")) + LINE_END;
    }
}
