package io.nowbridge.servicenow;

import io.nowbridge.http.Request;
import io.nowbridge.servicenow.ImportSets.StagedRow;
import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Import Set API, and staging tables as tables. */
final class TableImportSets implements ImportSets {

    private static final String LOADING = "Loading an import set";
    private static final String READING = "Reading an import set";
    private static final String STATE = "sys_import_state";
    private static final String COMMENT = "sys_import_state_comment";
    private static final String TARGET = "sys_target_sys_id";

    private final Instance instance;

    TableImportSets(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<SysId> insertMultiple(String staging, List<Map<String, String>> rows) {
        if (!Literal.isName(staging)) {
            return unnamed(LOADING);
        }
        var attempt = Attempt.write(LOADING);
        var path = "/api/now/import/" + staging + "/insertMultiple";
        return instance.document(attempt, Request.json(HttpMethod.POST, path, Map.of(), Map.of("records", rows)))
                .map(Answers.reading(attempt, document -> {
                    var id = document.path("import_set_id").asText("");
                    if (!SysId.isSysId(id)) {
                        throw new IllegalArgumentException("no import set");
                    }
                    return new SysId(id);
                }));
    }

    @Override
    public Uni<List<StagedRow>> rows(String staging, SysId importSet, String key) {
        if (!Literal.isName(staging) || !Literal.isName(key)) {
            return unnamed(READING);
        }
        var columns = List.of("sys_id", "sys_import_set", key, STATE, COMMENT, TARGET);
        return instance.all(READING, staging, columns, Query.where("sys_import_set", importSet.value()), row -> row)
                .filter(row -> row.text("sys_import_set").equals(importSet.value()))
                .map(row -> new StagedRow(row.text(key), row.text(STATE), target(row), row.text(COMMENT)))
                .collect()
                .asList();
    }

    private static Optional<SysId> target(Row row) {
        return Optional.of(row.text(TARGET)).filter(SysId::isSysId).map(SysId::new);
    }

    private static <T> Uni<T> unnamed(String name) {
        return Uni.createFrom().failure(new Rejected(name + " needs names of a table and of columns", "", Effect.NONE));
    }
}
