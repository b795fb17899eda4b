package io.nowbridge.local.servicenow;

import io.nowbridge.local.standin.Html;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Records as a table of a page, of which the first column leads to each record's own page.
 *
 * @param table of the records
 * @param columns the first is what people call a record
 */
record RowTable(Table table, List<String> columns, DisplayValues display) {

    String html(List<Row> rows) {
        var head = columns.stream()
                .flatMap(name -> table.column(name).stream())
                .map(column -> "<th scope=\"col\">" + Html.escape(column.label()))
                .collect(Collectors.joining());
        var body = rows.stream().map(this::line).collect(Collectors.joining("\n"));
        return "<table><thead><tr>%s</thead>\n<tbody>\n%s\n</tbody></table>".formatted(head, body);
    }

    private String line(Row row) {
        var cells = columns.stream()
                .skip(1)
                .flatMap(name -> table.column(name).stream())
                .map(column -> "<td data-label=\"%s\">%s</td>"
                        .formatted(Html.escape(column.label()), Html.escape(display.of(row, column, ZoneOffset.UTC))))
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">%s</th>%s</tr>".formatted(name(row), cells);
    }

    // Only what has a number has a page.
    private String name(Row row) {
        var name = Html.escape(row.value(columns.getFirst()));
        return columns.getFirst().equals("number")
                ? "<a href=\"/%s/%s\">%s</a>".formatted(table.name(), name, name)
                : name;
    }
}
