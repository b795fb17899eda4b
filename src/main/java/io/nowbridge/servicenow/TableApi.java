package io.nowbridge.servicenow;

import io.nowbridge.http.Request;
import io.vertx.core.http.HttpMethod;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** ServiceNow's Table API: raw values, references as bare ids, only the columns that are read. */
final class TableApi {

    private static final String COLUMNS = "sysparm_fields";
    private static final String DISPLAY_VALUE = "sysparm_display_value";

    private TableApi() {}

    static Request list(String table, Collection<String> columns, String query, int limit, int offset) {
        var parameters = raw(columns);
        parameters.put("sysparm_query", query);
        parameters.put("sysparm_limit", String.valueOf(limit));
        parameters.put("sysparm_offset", String.valueOf(offset));
        return Request.get(path(table), parameters);
    }

    /** The same with what people see beside the raw values. */
    static Request listShown(String table, Collection<String> columns, String query, int limit) {
        var parameters = shown(columns);
        parameters.put("sysparm_query", query);
        parameters.put("sysparm_limit", String.valueOf(limit));
        return Request.get(path(table), parameters);
    }

    static Request read(String table, SysId sysId, Collection<String> columns) {
        return Request.get(path(table, sysId), raw(columns));
    }

    /** As a person sees it: a journal has no raw value. */
    static Request view(String table, SysId sysId, Collection<String> columns) {
        var parameters = raw(columns);
        parameters.put(DISPLAY_VALUE, "true");
        return Request.get(path(table, sysId), parameters);
    }

    static Request insert(String table, Collection<String> columns, Map<String, String> values) {
        return Request.json(HttpMethod.POST, path(table), raw(columns), values);
    }

    static Request change(String table, SysId sysId, Collection<String> columns, Map<String, String> values) {
        return Request.json(HttpMethod.PATCH, path(table, sysId), raw(columns), values);
    }

    /** The same, answered with what people see beside the raw values. */
    static Request changeShown(String table, SysId sysId, Collection<String> columns, Map<String, String> values) {
        return Request.json(HttpMethod.PATCH, path(table, sysId), shown(columns), values);
    }

    static Request delete(String table, SysId sysId) {
        return Request.delete(path(table, sysId), Map.of());
    }

    private static Map<String, String> shown(Collection<String> columns) {
        var parameters = raw(columns);
        parameters.put(DISPLAY_VALUE, "all");
        return parameters;
    }

    private static Map<String, String> raw(Collection<String> columns) {
        return new HashMap<>(Map.of(
                COLUMNS, String.join(",", columns), DISPLAY_VALUE, "false", "sysparm_exclude_reference_link", "true"));
    }

    private static String path(String table) {
        return "/api/now/table/" + table;
    }

    private static String path(String table, SysId sysId) {
        return path(table) + "/" + sysId.value();
    }
}
