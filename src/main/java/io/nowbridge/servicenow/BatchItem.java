package io.nowbridge.servicenow;

import io.nowbridge.http.Request;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * An operation as one call of a batch (ServiceNow docs, Batch API): it has its own id and headers, its address is relative, its
 * body in Base64.
 */
record BatchItem(String id, Operation operation, JsonObject json) {

    // What stands around a call's own text: names, quotes, headers.
    private static final int ENVELOPE = 300;

    static BatchItem of(String id, Operation operation) {
        var request = request(operation);
        var headers = new JsonArray();
        request.headers()
                .forEach((name, value) ->
                        headers.add(new JsonObject().put("name", name).put("value", value)));
        var json = new JsonObject()
                .put("id", id)
                .put("exclude_response_headers", true)
                .put("method", request.method().name())
                .put("url", request.path() + "?" + request.query())
                .put("headers", headers);
        request.body().ifPresent(body -> json.put("body", Base64.getEncoder().encodeToString(body.getBytes())));
        return new BatchItem(id, operation, json);
    }

    /** The call that carries all these. */
    static Request request(List<BatchItem> items) {
        var calls = new JsonArray();
        items.forEach(item -> calls.add(item.json()));
        return Request.json(
                HttpMethod.POST,
                "/api/now/v1/batch",
                Map.of(),
                Map.of("batch_request_id", "1", "rest_requests", calls));
    }

    boolean onlyReads() {
        return operation instanceof Operation.Find;
    }

    /** About how many bytes it adds to a batch: all of it is ASCII. */
    int size() {
        return ENVELOPE
                + json.getString("url").length()
                + json.getString("body", "").length();
    }

    private static Request request(Operation operation) {
        return switch (operation) {
            case Operation.Find find ->
                TableApi.list(find.table(), andKey(find.columns()), find.query().encoded(), find.limit(), 0);
            case Operation.Insert insert -> TableApi.insert(insert.table(), andKey(insert.columns()), insert.values());
            case Operation.Change change ->
                TableApi.change(change.table(), change.sysId(), andKey(change.columns()), change.values());
        };
    }

    private static Collection<String> andKey(Collection<String> columns) {
        var all = new TreeSet<>(columns);
        all.add("sys_id");
        return all;
    }
}
