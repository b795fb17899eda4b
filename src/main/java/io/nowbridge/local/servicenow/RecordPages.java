package io.nowbridge.local.servicenow;

import io.nowbridge.local.standin.Html;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pages for people: the incidents at {@code /}, purchase orders at {@code /proc_po}, and behind each one its record, with its
 * notes and what belongs to it.
 */
final class RecordPages {

    private static final String HTML = "text/html;charset=UTF-8";

    private static final String NAVIGATION =
            "<p><a href=\"/\">All incidents</a> · <a href=\"/proc_po\">All purchase orders</a></p>\n";
    // What people look for in a record comes first, what the system keeps for itself last.
    private static final List<String> FIRST =
            List.of("number", "short_description", "state", "priority", "assignment_group", "caller_id", "description");
    // The address of a record in the real UI: /nav_to.do?uri=incident.do?sys_id=..., or the inner one alone.
    private static final Pattern FORM = Pattern.compile("/?(\\w+)\\.do\\?(?:.*&)?sys_id=(\\w+).*");
    private static final Pattern RECORD = Pattern.compile("/(\\w+)/(\\w+)");

    private final Instance instance;

    RecordPages(Instance instance) {
        this.instance = instance;
    }

    Answer answer(Call call) {
        if (!call.isRead()) {
            throw Refusal.unknownUri();
        }
        var listing = Listing.at(call.path());
        if (listing.isPresent()) {
            return Answer.of(200, HTML, Buffer.buffer(list(listing.get())));
        }
        var address = call.path().equals("/nav_to.do") ? call.query().getOrDefault("uri", "") : call.uri();
        return record(address)
                .map(row -> Answer.of(200, HTML, Buffer.buffer(page(row))))
                .orElseGet(() -> Answer.of(404, HTML, Buffer.buffer(page("Not found", "<p>No such record.</p>"))));
    }

    private static String page(String title, String body) {
        return Html.page(title, body, "ServiceNow stand-in. Times are UTC.");
    }

    private Optional<Row> record(String address) {
        for (var form : List.of(FORM, RECORD)) {
            var matcher = form.matcher(address);
            if (matcher.matches()) {
                return find(matcher.group(1), matcher.group(2));
            }
        }
        return Optional.empty();
    }

    private Optional<Row> find(String table, String name) {
        // Only what has a number is for people to see: secrets lie in tables that have none.
        return instance.schema()
                .find(table)
                .filter(known -> known.column("number").isPresent())
                .flatMap(known -> instance.records()
                        .all(table)
                        .filter(row ->
                                row.sysId().equals(name) || row.value("number").equalsIgnoreCase(name))
                        .findFirst());
    }

    private String list(Listing listing) {
        var rows = instance.records()
                .all(listing.table())
                .sorted(Comparator.comparing((Row row) -> row.value("sys_updated_on"))
                        .thenComparing(row -> row.value("number"))
                        .reversed())
                .toList();
        return page(listing.title(), NAVIGATION + table(listing, rows));
    }

    private String table(Listing listing, List<Row> rows) {
        return new RowTable(instance.schema().table(listing.table()), listing.columns(), instance.display()).html(rows);
    }

    private String related(Row row) {
        return Listing.Related.to(row.table()).stream()
                .map(related -> related(related, row))
                .collect(Collectors.joining());
    }

    private String related(Listing.Related related, Row row) {
        var listing = related.listing();
        var rows = instance.records().with(listing.table(), related.by(), row.sysId());
        return rows.isEmpty() ? "" : "<h2>%s</h2>\n%s\n".formatted(listing.title(), table(listing, rows));
    }

    private String page(Row row) {
        var table = instance.schema().table(row.table());
        var fields = table.columns().values().stream()
                .filter(column ->
                        !column.isJournal() && !row.value(column.name()).isEmpty())
                .sorted(Comparator.comparingInt(RecordPages::place))
                .map(column -> "<dt>%s<dd>%s".formatted(Html.escape(column.label()), Html.escape(shown(row, column))))
                .collect(Collectors.joining("\n"));
        return page(
                row.value("number") + " " + row.value("short_description"),
                NAVIGATION
                        + "%s<h2>Notes</h2>\n%s\n<h2>Fields</h2>\n<dl>\n%s\n</dl>"
                                .formatted(related(row), notes(table, row), fields));
    }

    private static int place(Column column) {
        var first = FIRST.indexOf(column.name());
        if (first >= 0) {
            return first;
        }
        return column.name().startsWith("sys_") ? FIRST.size() + 1 : FIRST.size();
    }

    private String notes(Table table, Row row) {
        var notes = table.column("comments_and_work_notes").stream()
                .flatMap(column -> instance.journal().entries(row, column).stream())
                .map(entry -> note(table, entry))
                .collect(Collectors.joining("\n"));
        return notes.isEmpty() ? "<p>None yet.</p>" : notes;
    }

    private String note(Table table, Row entry) {
        var label = table.column(entry.value("element")).map(Column::label).orElse("");
        return "<article><header>%s, %s, %s</header><pre>%s</pre></article>"
                .formatted(
                        Html.escape(instance.display().author(entry.value("sys_created_by"))),
                        Html.escape(label),
                        entry.value("sys_created_on"),
                        Html.escape(entry.value("value")));
    }

    private String shown(Row row, Column column) {
        return instance.display().of(row, column, ZoneOffset.UTC);
    }
}
