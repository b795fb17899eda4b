package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records as they are kept in a file. */
record SavedRecords(Map<String, List<Row>> tables, Map<String, Integer> counters) {

    static SavedRecords of(Records records) {
        return new SavedRecords(records.copy(), records.counters());
    }

    /** Fills the records with those that were kept. */
    static void restore(JsonObject kept, Records records) {
        kept.getJsonObject("counters")
                .forEach(counter -> records.countFrom(counter.getKey(), (Integer) counter.getValue()));
        for (var table : kept.getJsonObject("records")) {
            ((JsonArray) table.getValue())
                    .forEach(row -> records.put(new Row(table.getKey(), Settings.texts((JsonObject) row))));
        }
    }

    JsonObject json() {
        var records = new JsonObject();
        tables.forEach((table, rows) -> records.put(
                table,
                new JsonArray(rows.stream()
                        .map(row -> new JsonObject(new LinkedHashMap<>(row.values())))
                        .toList())));
        return new JsonObject()
                .put("counters", new JsonObject(new LinkedHashMap<>(counters)))
                .put("records", records);
    }
}
