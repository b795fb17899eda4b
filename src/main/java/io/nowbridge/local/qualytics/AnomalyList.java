package io.nowbridge.local.qualytics;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The list of anomalies by its filters, each of which may be given several times where the real one takes several. */
final class AnomalyList {

    private final MultiMap query;

    AnomalyList(MultiMap query) {
        this.query = query;
    }

    /** A page of those that match, as FastAPI pages: {@code items}, {@code total}, {@code page}, {@code size}. */
    JsonObject of(Stream<JsonObject> newestFirst) {
        var matching = newestFirst.filter(matching()).toList();
        return page(
                query.get("sort_created") != null && query.get("sort_created").equals("asc")
                        ? matching.reversed()
                        : matching,
                query);
    }

    static JsonObject page(List<JsonObject> all, MultiMap query) {
        var page = number(query, "page", 1, Integer.MAX_VALUE, 1);
        var size = number(query, "size", 1, 100, 50);
        var items = all.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(JsonObject::copy)
                .toList();
        return new JsonObject()
                .put("items", new JsonArray(items))
                .put("total", all.size())
                .put("page", page)
                .put("size", size)
                .put("pages", (all.size() + size - 1) / size);
    }

    private Predicate<JsonObject> matching() {
        return Stream.<Predicate<JsonObject>>of(
                        anomaly -> isAny("datastore", id(anomaly.getJsonObject("datastore"))),
                        anomaly -> isAny("container", id(anomaly.getJsonObject("container"))),
                        anomaly -> isAny("status", anomaly.getString("status")),
                        anomaly -> isAny("anomaly_type", anomaly.getString("type")),
                        anomaly -> isAny("quality_check", id(check(anomaly))),
                        anomaly -> isAny("rule_type", check(anomaly).getString("rule_type")),
                        anomaly -> query.getAll("tag").stream().allMatch(tag -> hasTag(anomaly, tag)),
                        archived(),
                        since())
                .reduce(Predicate::and)
                .orElseThrow();
    }

    private boolean isAny(String filter, String value) {
        var wanted = query.getAll(filter);
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean hasTag(JsonObject anomaly, String tag) {
        return anomaly.getJsonArray("global_tags").stream()
                .anyMatch(known -> ((JsonObject) known).getString("name").equals(tag));
    }

    private Predicate<JsonObject> archived() {
        return switch (Optional.ofNullable(query.get("archived")).orElse("")) {
            case "" -> anomaly -> !anomaly.getBoolean("archived");
            case "only" -> anomaly -> anomaly.getBoolean("archived");
            default -> throw Refusal.flaw("query", "archived", "Input should be 'only'");
        };
    }

    private Predicate<JsonObject> since() {
        var start = date("start_date").orElse(LocalDate.MIN);
        var end = date("end_date").orElse(LocalDate.MAX);
        return anomaly -> {
            var day = LocalDate.parse(anomaly.getString("created").substring(0, 10));
            return !day.isBefore(start) && !day.isAfter(end);
        };
    }

    private Optional<LocalDate> date(String name) {
        try {
            return Optional.ofNullable(query.get(name)).map(LocalDate::parse);
        } catch (DateTimeException noDate) {
            throw Refusal.flaw("query", name, "Input should be a valid date");
        }
    }

    private static int number(MultiMap query, String name, int least, int most, int otherwise) {
        var text = Optional.ofNullable(query.get(name)).orElse(Integer.toString(otherwise));
        var number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw Refusal.flaw("query", name, "Input should be between %d and %d".formatted(least, most));
        }
        return number;
    }

    private static String id(JsonObject object) {
        return object.getInteger("id").toString();
    }

    private static JsonObject check(JsonObject anomaly) {
        return anomaly.getJsonArray("failed_checks").getJsonObject(0).getJsonObject("quality_check");
    }
}
