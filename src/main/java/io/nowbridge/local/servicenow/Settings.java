package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How this instance differs from one fresh out of the box; read and replaced as JSON at {@code /__settings}.
 *
 * <p>Rights bind everybody but users with the role {@code admin}. Fields are written {@code table.field}, and hold for the
 * tables that extend it.
 *
 * @param unreadableTables rows are left out of lists after the limit was applied; a single one is not found
 * @param unreadableFields left out of answers
 * @param unwritableFields dropped from what is sent, without a word
 * @param unreadableRows for a table, the encoded query of the rows nobody may read
 * @param readBackDenied a create is carried out and answered 403
 * @param queryAcl a query on a field that is unknown or may not be read is refused with 403
 * @param apiAcl APIs ({@code table}, {@code stats}, ...) whose endpoint ACL refuses everybody
 * @param dataPolicyOnResolve whether resolving an incident needs its resolution code and notes
 * @param ignoreSentSysId whether a create makes its own key although the client sent one
 * @param callMillis how much later each call of an API is answered
 * @param batchItemMillis what each call of a batch counts at least against the batch's 30 seconds
 * @param batchWaits whether a batch is answered only after the time that its calls count, in place of at once
 * @param semaphores how many calls are served at once; 50 more wait, and further ones are refused; 0 for no limit
 * @param sourceToPay whether it takes in catalogues from suppliers, into tables that a seed file brings
 * @param tokenSeconds the life of an OAuth access token
 */
record Settings(
        Set<String> unreadableTables,
        Set<String> unreadableFields,
        Set<String> unwritableFields,
        Map<String, String> unreadableRows,
        Set<String> readBackDenied,
        Set<String> createDenied,
        Set<String> updateDenied,
        Set<String> deleteDenied,
        boolean queryAcl,
        Set<String> apiAcl,
        boolean dataPolicyOnResolve,
        boolean ignoreSentSysId,
        long callMillis,
        long batchItemMillis,
        boolean batchWaits,
        int semaphores,
        boolean sourceToPay,
        long tokenSeconds,
        List<RateLimit> rateLimits) {

    /** {@code limit} requests per hour to {@code api}, for one user, for a role, or, where both are empty, for everyone. */
    record RateLimit(String rule, String api, int limit, String user, String role) {}

    static final Settings DEFAULT = parse(new JsonObject());

    private static final List<String> KEYS = List.of(
            "unreadableTables",
            "unreadableFields",
            "unwritableFields",
            "unreadableRows",
            "readBackDenied",
            "createDenied",
            "updateDenied",
            "deleteDenied",
            "queryAcl",
            "apiAcl",
            "dataPolicyOnResolve",
            "ignoreSentSysId",
            "callMillis",
            "batchItemMillis",
            "batchWaits",
            "semaphores",
            "sourceToPay",
            "tokenSeconds",
            "rateLimits",
            "properties");

    /** Reads settings; what is not mentioned has its default. */
    static Settings parse(JsonObject json) {
        return new Settings(
                set(json, "unreadableTables"),
                set(json, "unreadableFields"),
                set(json, "unwritableFields"),
                texts(json.getJsonObject("unreadableRows", new JsonObject())),
                set(json, "readBackDenied"),
                set(json, "createDenied"),
                set(json, "updateDenied"),
                set(json, "deleteDenied"),
                json.getBoolean("queryAcl", false),
                set(json, "apiAcl"),
                json.getBoolean("dataPolicyOnResolve", true),
                json.getBoolean("ignoreSentSysId", false),
                json.getLong("callMillis", 0L),
                json.getLong("batchItemMillis", 0L),
                json.getBoolean("batchWaits", false),
                json.getInteger("semaphores", 0),
                json.getBoolean("sourceToPay", false),
                json.getLong("tokenSeconds", 1800L),
                json.getJsonArray("rateLimits", new JsonArray()).stream()
                        .map(item -> rateLimit((JsonObject) item))
                        .toList());
    }

    /** The names in {@code json} that mean nothing here. */
    static List<String> unknownKeys(JsonObject json) {
        return json.fieldNames().stream().filter(key -> !KEYS.contains(key)).toList();
    }

    JsonObject toJson() {
        var limits = new JsonArray();
        rateLimits.forEach(limit -> limits.add(new JsonObject()
                .put("rule", limit.rule())
                .put("api", limit.api())
                .put("limit", limit.limit())
                .put("user", limit.user())
                .put("role", limit.role())));
        var rows = new JsonObject();
        unreadableRows.forEach(rows::put);
        return new JsonObject()
                .put("unreadableTables", array(unreadableTables))
                .put("unreadableFields", array(unreadableFields))
                .put("unwritableFields", array(unwritableFields))
                .put("unreadableRows", rows)
                .put("readBackDenied", array(readBackDenied))
                .put("createDenied", array(createDenied))
                .put("updateDenied", array(updateDenied))
                .put("deleteDenied", array(deleteDenied))
                .put("queryAcl", queryAcl)
                .put("apiAcl", array(apiAcl))
                .put("dataPolicyOnResolve", dataPolicyOnResolve)
                .put("ignoreSentSysId", ignoreSentSysId)
                .put("callMillis", callMillis)
                .put("batchItemMillis", batchItemMillis)
                .put("batchWaits", batchWaits)
                .put("semaphores", semaphores)
                .put("sourceToPay", sourceToPay)
                .put("tokenSeconds", tokenSeconds)
                .put("rateLimits", limits);
    }

    private static JsonArray array(Set<String> names) {
        return new JsonArray(List.copyOf(names));
    }

    private static Set<String> set(JsonObject json, String key) {
        var names = new LinkedHashSet<String>();
        json.getJsonArray(key, new JsonArray()).forEach(name -> names.add((String) name));
        return names;
    }

    static Map<String, String> texts(JsonObject json) {
        var texts = new LinkedHashMap<String, String>();
        json.forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return texts;
    }

    private static RateLimit rateLimit(JsonObject json) {
        return new RateLimit(
                json.getString("rule", "a4d1b8c20a0a0b4d00d4e5f6a7b8c9d0"),
                json.getString("api", "table"),
                Optional.ofNullable(json.getInteger("limit"))
                        .orElseThrow(() -> Refusal.withoutDetail(400, "A rate limit needs its limit")),
                json.getString("user", ""),
                json.getString("role", ""));
    }
}
