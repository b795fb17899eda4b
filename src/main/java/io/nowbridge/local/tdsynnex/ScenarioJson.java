package io.nowbridge.local.tdsynnex;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** A scenario as it is kept. */
final class ScenarioJson {

    private ScenarioJson() {}

    static JsonObject of(Scenario scenario) {
        var shares = new JsonObject();
        scenario.changedShares().forEach((day, share) -> shares.put(day.toString(), share));
        return new JsonObject()
                .put("seed", scenario.seed())
                .put("skus", scenario.skus())
                .put("day", scenario.day())
                .put("region", scenario.region().name())
                .put("since", scenario.since().toString())
                .put("changedShares", shares)
                .put("malformedShare", scenario.malformedShare())
                .put("missingShare", scenario.missingShare())
                .put("delta", scenario.delta());
    }

    static Scenario read(JsonObject json) {
        var shares = new TreeMap<Integer, Double>();
        for (Map.Entry<String, Object> share : json.getJsonObject("changedShares")) {
            shares.put(Integer.valueOf(share.getKey()), ((Number) share.getValue()).doubleValue());
        }
        return new Scenario(
                json.getLong("seed"),
                json.getInteger("skus"),
                json.getInteger("day"),
                Region.valueOf(json.getString("region")),
                LocalDate.parse(json.getString("since")),
                shares,
                json.getDouble("malformedShare"),
                json.getDouble("missingShare"),
                json.getBoolean("delta"));
    }
}
