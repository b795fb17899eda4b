package io.nowbridge.local.servicenow;

import io.nowbridge.local.standin.Html;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages for people: the incidents at {@code /}, one record with its notes behind each. */
final class RecordPages {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final List<String> LISTED = List.of(
            "number", "short_description", "state", "priority", "assignment_group", "caller_id", "sys_updated_on");
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
        if (call.path().equals("/")) {
            return Answer.of(200, HTML, Buffer.buffer(list()));
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

    private String list() {
        var table = instance.schema().table("incident");
        var head = LISTED.stream()
                .flatMap(name -> table.column(name).stream())
                .map(column -> "<th scope=\"col\">" + Html.escape(column.label()))
                .collect(Collectors.joining());
        var body = instance.records()
                .all("incident")
                .sorted(Comparator.comparing((Row row) -> row.value("sys_updated_on"))
                        .thenComparing(row -> row.value("number"))
                        .reversed())
                .map(row -> line(table, row))
                .collect(Collectors.joining("\n"));
        return page("Incidents", "<table><thead><tr>%s</thead>\n<tbody>\n%s\n</tbody></table>".formatted(head, body));
    }

    private String line(Table table, Row row) {
        var number = Html.escape(row.value("number"));
        var cells = LISTED.stream()
                .skip(1)
                .flatMap(name -> table.column(name).stream())
                .map(column -> "<td data-label=\"%s\">%s</td>"
                        .formatted(Html.escape(column.label()), Html.escape(shown(row, column))))
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\"><a href=\"/incident/%s\">%s</a></th>%s</tr>".formatted(number, number, cells);
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
                "<p><a href=\"/\">All incidents</a></p>\n<h2>Notes</h2>\n%s\n<h2>Fields</h2>\n<dl>\n%s\n</dl>"
                        .formatted(notes(table, row), fields));
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
