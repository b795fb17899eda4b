package io.nowbridge.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.http.Request;
import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Counts as the Aggregate API makes them. */
final class TableCounts implements Counts {

    private final Instance instance;

    TableCounts(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<List<Count>> by(String table, List<String> columns, Query query) {
        var attempt = Attempt.read("Counting " + table);
        if (!Literal.isName(table) || columns.isEmpty() || !columns.stream().allMatch(Literal::isName)) {
            return Uni.createFrom()
                    .failure(new Rejected(attempt.name() + " needs names of a table and of columns", "", Effect.NONE));
        }
        var request = Request.get(
                "/api/now/stats/" + table,
                Map.of(
                        "sysparm_count",
                        "true",
                        "sysparm_group_by",
                        String.join(",", columns),
                        "sysparm_display_value",
                        "all",
                        "sysparm_query",
                        query.encoded()));
        return instance.document(attempt, request).map(Answers.reading(attempt, TableCounts::counts));
    }

    private static List<Count> counts(JsonNode document) {
        var groups = document.path("result");
        if (!groups.isArray()) {
            throw new IllegalArgumentException("groups that are no list");
        }
        return StreamSupport.stream(groups.spliterator(), false)
                .map(TableCounts::count)
                .toList();
    }

    private static Count count(JsonNode group) {
        var values = new HashMap<String, String>();
        var shown = new HashMap<String, String>();
        group.path("groupby_fields").forEach(field -> {
            var name = field.path("field").asText("");
            values.put(name, field.path("value").asText(""));
            shown.put(name, field.path("display_value").asText(""));
        });
        var rows = group.at("/stats/count").asText("");
        if (!rows.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("a count that is no number");
        }
        return new Count(values, shown, Long.parseLong(rows));
    }
}
