package io.nowbridge.local.qualytics;

import static io.nowbridge.local.standin.Html.escape;

import io.nowbridge.local.standin.Html;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page for people: every anomaly with what can be done to it, and what the flow has sent. */
final class PlatformPage {

    private final Platform platform;
    private final Flows flows;

    PlatformPage(Platform platform, Flows flows) {
        this.platform = platform;
        this.flows = flows;
    }

    String html() {
        var body = """
                <form method="post" action="/anomalies"><button>Find another anomaly</button></form>
                <h2>Anomalies</h2>
                <table><thead><tr>%s</thead>
                <tbody>
                %s
                </tbody></table>
                <h2>Events</h2>
                <p>%s</p>
                <table><thead><tr>%s</thead>
                <tbody>
                %s
                </tbody></table>
                """.formatted(
                heads("Anomaly", "What", "Where", "Tags", "Status", "Comments", "Change"),
                platform.anomalies().map(this::line).collect(Collectors.joining("\n")),
                platform.flow()
                        .map(flow -> "The flow sends to " + escape(flow.url().toString()) + " as "
                                + flow.mode().label() + ".")
                        .orElse("No flow is set: POST /__flows sets one."),
                heads("Time", "Event", "Anomaly", "Answer"),
                flows.deliveries().stream().map(PlatformPage::line).collect(Collectors.joining("\n")));
        return Html.page("Anomalies", body, "Anomaly platform stand-in. Times are UTC.");
    }

    private static String heads(String... names) {
        return Stream.of(names).map(name -> "<th scope=\"col\">" + name).collect(Collectors.joining());
    }

    private String line(JsonObject anomaly) {
        var id = anomaly.getInteger("id");
        return "<tr id=\"a%1$d\"><th scope=\"row\">%1$d</th>".formatted(id)
                + cell("What", escape(anomaly.getString("description")))
                + cell("Where", escape(place(anomaly)))
                + cell("Tags", escape(tags(anomaly)))
                + cell("Status", escape(anomaly.getString("status")))
                + cell("Comments", comments(anomaly))
                + cell("Change", forms(id))
                + "</tr>";
    }

    private static String cell(String label, String content) {
        return "<td data-label=\"%s\">%s</td>".formatted(label, content);
    }

    private static String place(JsonObject anomaly) {
        return anomaly.getJsonObject("datastore").getString("name") + ", "
                + anomaly.getJsonObject("container").getString("name") + ", weight " + anomaly.getInteger("weight");
    }

    private static String tags(JsonObject anomaly) {
        return anomaly.getJsonArray("global_tags").stream()
                .map(tag -> ((JsonObject) tag).getString("name"))
                .collect(Collectors.joining(", "));
    }

    private String comments(JsonObject anomaly) {
        return platform.shown(anomaly).getJsonArray("comments").stream()
                .map(JsonObject.class::cast)
                .map(comment -> "<article><header>%s</header><pre>%s</pre></article>"
                        .formatted(
                                escape(comment.getJsonObject("user").getString("name")),
                                escape(comment.getString("message"))))
                .collect(Collectors.joining());
    }

    private static String forms(int id) {
        var statuses = List.of("Active", "Acknowledged", "Resolved", "Duplicate", "Invalid", "Discarded").stream()
                .map(status -> "<option>" + status)
                .collect(Collectors.joining());
        return """
                <form method="post" action="/anomalies/%1$d/status"><select name="status" aria-label="Status of %1$d">%2$s\
                </select> <button>Set</button></form>
                <form method="post" action="/anomalies/%1$d/comments"><input name="message" required aria-label="Comment on %1$d">
                <label><input type="checkbox" name="forCustomer"> for the customer</label> <button>Comment</button></form>""".formatted(id, statuses);
    }

    private static String line(Flows.Delivery delivery) {
        var happening = delivery.happening();
        return "<tr><th scope=\"row\">" + happening.at() + "</th>"
                + cell("Event", happening.kind().name())
                + cell("Anomaly", happening.anomaly().getInteger("id").toString())
                + cell("Answer", escape(delivery.answer())) + "</tr>";
    }
}
