package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Notes as rows of {@code sys_journal_field}, and as the columns of their tasks show them. */
final class TableJournals implements Journals {

    private static final String NAME = "Reading a journal";
    private static final String TABLE = "sys_journal_field";
    private static final List<String> JOURNALS = List.of("work_notes", "comments");
    private static final List<String> COLUMNS =
            List.of("sys_id", "element", "element_id", "value", "sys_created_on", "sys_created_by");
    private static final int FEW = 20;

    private final Instance instance;

    TableJournals(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<List<JournalEntry>> latest(SysId task, int limit) {
        return entries(task, of(task), limit);
    }

    @Override
    public Uni<List<JournalEntry>> containing(SysId task, String text) {
        if (!Literal.isValue(text)) {
            return Uni.createFrom()
                    .failure(new Rejected(NAME + " needs a text that a query can carry", "", Effect.NONE));
        }
        return entries(task, of(task).and("value").contains(text), FEW);
    }

    @Override
    public Uni<Optional<String>> text(String table, SysId task) {
        if (!Literal.isName(table)) {
            return Uni.createFrom().failure(new Rejected(NAME + " needs the name of a table", "", Effect.NONE));
        }
        return instance.view(NAME, table, task, JOURNALS, TableJournals::text).map(seen -> seen.flatMap(text -> text));
    }

    // A column that may not be read does not come.
    private static Optional<String> text(Row row) {
        return JOURNALS.stream().filter(row::has).map(row::text).reduce(String::concat);
    }

    private static Query of(SysId task) {
        return Query.where("element_id", task.value()).and("element").isOneOf(JOURNALS);
    }

    private Uni<List<JournalEntry>> entries(SysId task, Query query, int limit) {
        var latestFirst = query.orderByDescending("sys_created_on").orderByDescending("sys_id");
        return instance.first(limit, NAME, TABLE, COLUMNS, latestFirst, row -> row)
                .map(rows -> rows.stream()
                        // An instance ignores a condition that it does not understand.
                        .filter(row -> row.text("element_id").equalsIgnoreCase(task.value()))
                        .filter(row -> JOURNALS.contains(row.text("element")))
                        .flatMap(row -> entry(row).stream())
                        .toList());
    }

    private static Optional<JournalEntry> entry(Row row) {
        return Literal.instant(row.text("sys_created_on"))
                .map(at -> new JournalEntry(
                        row.sysId(), row.text("element"), row.text("value"), row.text("sys_created_by"), at));
    }
}
