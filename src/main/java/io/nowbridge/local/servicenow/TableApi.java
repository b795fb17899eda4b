package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import java.util.List;

/** {@code /api/now/table/{table}[/{sys_id}]}: records, read and written. */
final class TableApi implements Api {

    private final Instance instance;
    private final RecordWriter writer;
    private final ListQueries queries;

    TableApi(Instance instance, RecordWriter writer, ListQueries queries) {
        this.instance = instance;
        this.writer = writer;
        this.queries = queries;
    }

    @Override
    public Answer answer(Request request) {
        var segments = request.segments();
        if (segments.isEmpty() || segments.size() > 2) {
            throw Refusal.unknownUri();
        }
        ContentRules.check(request.call());
        var table = instance.schema().table(segments.getFirst());
        return segments.size() == 1 ? ofTable(request, table) : ofRecord(request, table, segments.getLast());
    }

    private Answer ofTable(Request request, Table table) {
        return switch (request.call().verb()) {
            case "GET" -> list(request, table);
            case "POST" -> create(request, table);
            default -> throw ContentRules.methodNotAllowed(request.call());
        };
    }

    private Answer ofRecord(Request request, Table table, String sysId) {
        return switch (request.call().verb()) {
            case "GET" -> Answer.result(200, shapes(request).shape(table, readable(request, table, sysId)));
            case "PUT", "PATCH" -> update(request, table, sysId);
            case "DELETE" -> {
                writer.delete(readable(request, table, sysId), request);
                yield Answer.empty(204);
            }
            default -> throw ContentRules.methodNotAllowed(request.call());
        };
    }

    private Answer list(Request request, Table table) {
        var matcher = instance.matcher(request);
        var page = Page.of(request.call(), queries.rows(request, table, matcher));
        // The limit comes before the rights: a page may be short, or empty, while later ones are not.
        var visible = page.rows().stream()
                .filter(row -> instance.access().canRead(request.caller(), row, matcher))
                .toList();
        if (visible.isEmpty() && request.version().equals("v1/")) {
            throw Refusal.of(404, "No Record found", "Records matching query not found");
        }
        var answer = Answer.result(200, shaped(request, table, visible));
        if (!request.call().flag("sysparm_no_count")) {
            answer.with("X-Total-Count", String.valueOf(page.total()));
        }
        if (!request.call().flag("sysparm_suppress_pagination_header")) {
            page.links(instance.apiAddress(request) + "table/" + table.name(), request.call())
                    .ifPresent(links -> answer.with("Link", links));
        }
        return answer;
    }

    private JsonArray shaped(Request request, Table table, List<Row> rows) {
        var shapes = shapes(request);
        var json = new JsonArray();
        rows.forEach(row -> json.add(shapes.shape(table, row)));
        return json;
    }

    private Answer create(Request request, Table table) {
        var row = writer.insert(table, LenientJson.object(request.call().body()), request);
        // Refused to look at what it just made, the caller is told 403 although the record is there.
        if (!instance.access().canReadBack(request.caller(), row, instance.matcher(request))) {
            throw Access.denied("Insert");
        }
        var answer = withoutBody(request)
                ? Answer.empty(201)
                : Answer.result(201, shapes(request).shape(table, row));
        return answer.with("Location", instance.apiAddress(request) + "table/" + table.name() + "/" + row.sysId());
    }

    private Answer update(Request request, Table table, String sysId) {
        var before = readable(request, table, sysId);
        var row = writer.update(before, LenientJson.object(request.call().body()), request);
        return withoutBody(request)
                ? Answer.empty(204)
                : Answer.result(200, shapes(request).shape(table, row));
    }

    private Row readable(Request request, Table table, String sysId) {
        return instance.records()
                .find(table.name(), sysId)
                .filter(row -> instance.access().canRead(request.caller(), row, instance.matcher(request)))
                .orElseThrow(Refusal::noRecord);
    }

    private ValueShapes shapes(Request request) {
        return new ValueShapes(instance, request);
    }

    private static boolean withoutBody(Request request) {
        return request.call()
                .header("X-no-response-body")
                .filter("true"::equals)
                .isPresent();
    }
}
