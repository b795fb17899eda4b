package io.nowbridge.local.qualytics;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The instance after its first week: three datastores, and thirty anomalies of twelve troubles that come again and again. */
final class Seed {

    /** When a test's instance found its first anomaly. */
    static final Instant BEGINNING = Instant.parse("2026-01-05T06:00:00Z");

    private static final Duration BETWEEN = Duration.ofMinutes(323);
    private static final int ANOMALIES = 30;

    private final List<JsonObject> datastores;
    private final List<JsonObject> troubles;
    private final List<String> statuses;

    private Seed(JsonObject json) {
        this.datastores = objects(json.getJsonArray("datastores"));
        this.troubles = objects(json.getJsonArray("troubles"));
        this.statuses =
                json.getJsonArray("statuses").stream().map(String.class::cast).toList();
    }

    static Seed read() {
        try (var json = Seed.class.getResourceAsStream("seed.json")) {
            if (json == null) {
                throw new IllegalStateException("seed.json is missing");
            }
            return new Seed(new JsonObject(new String(json.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<JsonObject> datastores() {
        return datastores;
    }

    /** When the first anomaly was found, if the last one was just before {@code now}. */
    static Instant weekBefore(Instant now) {
        return now.minus(BETWEEN.multipliedBy(ANOMALIES)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Replaces all that the instance knows by what it has found from {@code beginning} on. */
    void plant(Platform platform, Instant beginning) {
        platform.clear();
        for (var number = 0; number < ANOMALIES; number++) {
            var anomaly = anomaly(platform.nextId(), trouble(number), beginning.plus(BETWEEN.multipliedBy(number)));
            platform.put(with(anomaly, statuses.get(number % statuses.size())));
        }
    }

    /** The trouble that the {@code number}th anomaly is of, unless somebody says. */
    JsonObject trouble(int number) {
        return troubles.get(number % troubles.size()).copy();
    }

    /** A new anomaly in the API's shape, of a trouble such as those in the seed. */
    JsonObject anomaly(int id, JsonObject trouble, Instant now) {
        var container = trouble.getString("container");
        var fields = names(trouble.getJsonArray("fields", new JsonArray()));
        var check = new JsonObject()
                .put("id", 100 + Math.floorMod(trouble.getString("check").hashCode(), 900))
                .put("description", trouble.getString("check"))
                .put("rule_type", trouble.getString("rule_type"))
                .put("fields", fields);
        return with(
                new JsonObject()
                        .put("id", id)
                        .put("uuid", new UUID(0x5eedL << 16 | 0x4000, 0x8000000000000000L | id).toString())
                        .put("created", now.toString())
                        .put("type", trouble.getString("type"))
                        .put("is_new", true)
                        .put("source_enriched", false)
                        .put("description", trouble.getString("description", trouble.getString("message")))
                        .put("datastore", datastore(trouble.getInteger("datastore")))
                        .put("container", container(container))
                        .put("weight", trouble.getInteger("weight"))
                        .put(
                                "anomalous_records_count",
                                trouble.getString("type").equals("record") ? 3 : 0)
                        .put("fingerprint", trouble.getLong("fingerprint", fingerprint(trouble)))
                        .put("global_tags", names(trouble.getJsonArray("tags", new JsonArray())))
                        .put("assignees", new JsonArray())
                        .put(
                                "failed_checks",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("quality_check", check)
                                                .put("message", trouble.getString("message")))),
                "Active");
    }

    /** The same in another status. */
    static JsonObject with(JsonObject anomaly, String status) {
        return anomaly.put("status", status)
                .put("archived", !status.equals("Active") && !status.equals("Acknowledged"));
    }

    private JsonObject datastore(int id) {
        return datastores.stream()
                .filter(store -> store.getInteger("id") == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no datastore " + id))
                .copy();
    }

    private static JsonObject container(String name) {
        return new JsonObject()
                .put("id", 10 + Math.floorMod(name.hashCode(), 90))
                .put("name", name)
                .put("container_type", "table");
    }

    // The same trouble at the same place, whenever it comes.
    private static long fingerprint(JsonObject trouble) {
        return Integer.toUnsignedLong(
                (trouble.getInteger("datastore") + trouble.getString("container") + trouble.getString("check"))
                        .hashCode());
    }

    private static JsonArray names(JsonArray names) {
        return new JsonArray(
                names.stream().map(name -> new JsonObject().put("name", name)).toList());
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
