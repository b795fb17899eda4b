package io.nowbridge.local.tdsynnex;

import static io.nowbridge.local.standin.Html.escape;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of the pages, whose cells say what they are where the heads do not fit. */
final class Tables {

    private Tables() {}

    static String table(String heads, Stream<String> rows) {
        return "<table><thead><tr>" + heads + "</thead>\n<tbody>\n" + rows.collect(Collectors.joining("\n"))
                + "\n</tbody></table>";
    }

    static String heads(String... names) {
        return Stream.of(names).map(name -> "<th scope=\"col\">" + name).collect(Collectors.joining());
    }

    static String cell(String label, String content) {
        return "<td data-label=\"%s\">%s</td>".formatted(label, escape(content));
    }
}
