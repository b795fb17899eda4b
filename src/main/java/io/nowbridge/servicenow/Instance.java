package io.nowbridge.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.http.Request;
import io.nowbridge.http.Response;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The tables of one instance: authorized, a few requests at once, and asked again where that is safe. */
final class Instance {

    // Enough for what should be one row; an instance that ignores a condition would send its whole table.
    private static final int FEW = 20;

    private final Line line;
    private final Authorization authorization;
    private final Answers answers;
    private final Limits limits;
    private final int pageSize;

    Instance(Line line, Authorization authorization, Answers answers, Limits limits, int pageSize) {
        this.line = line;
        this.authorization = authorization;
        this.answers = answers;
        this.limits = limits;
        this.pageSize = pageSize;
    }

    /** Reads one row, if it is there for this user. */
    <T> Uni<Optional<T>> read(
            String name, String table, SysId sysId, Collection<String> columns, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return call(attempt, TableApi.read(table, sysId, columns), answers::answerOrAbsence)
                .map(Answers.reading(attempt, answer -> answer.found().map(read)));
    }

    /** Reads one row as a person sees it, if it is there for this user. */
    <T> Uni<Optional<T>> view(
            String name, String table, SysId sysId, Collection<String> columns, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return call(attempt, TableApi.view(table, sysId, columns), answers::answerOrAbsence)
                .map(Answers.reading(attempt, answer -> answer.found().map(read)));
    }

    /** Reads the first rows that match, or that the instance believes to match. */
    <T> Uni<List<T>> few(String name, String table, Collection<String> columns, Query query, Function<Row, T> read) {
        return first(FEW, name, table, columns, query, read);
    }

    /** Reads the first {@code most} rows that match; fewer come where some may not be read. */
    <T> Uni<List<T>> first(
            int most, String name, String table, Collection<String> columns, Query query, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return page(attempt, table, columns, query, most, 0)
                .map(Answers.reading(
                        attempt, answer -> answer.rows().stream().map(read).toList()));
    }

    /** What a list showed; {@code hidesSome} if it counted more rows than this user may see. */
    record Listed<T>(List<T> rows, boolean hidesSome) {}

    /** Reads up to {@code limit} rows that match, with what people see beside the values. */
    <T> Uni<Listed<T>> listShown(
            int limit, String name, String table, Collection<String> columns, Query query, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return call(attempt, TableApi.listShown(table, columns, query.encoded(), limit), answers::answer)
                .map(Answers.reading(
                        attempt,
                        answer -> new Listed<>(answer.rows().stream().map(read).toList(), answer.hidesSome(limit))));
    }

    /** Whether a table shows this user any row, or has none that it could show. */
    Uni<Boolean> shows(String name, String table) {
        var attempt = Attempt.read(name);
        // The total is counted before rows that may not be read are taken out (ServiceNow KB0546297, inferred).
        return page(attempt, table, List.of("sys_id"), Query.all(), FEW, 0)
                .map(Answers.reading(attempt, answer -> !answer.hidesAll()));
    }

    /** Streams all rows that match, a page at a time as they are consumed. */
    <T> Multi<T> all(String name, String table, Collection<String> columns, Query query, Function<Row, T> read) {
        return all(name, table, columns, KeyCursor.atStartOf(query), read);
    }

    /** Streams all rows from a place on, a page at a time as they are consumed. */
    <T> Multi<T> all(String name, String table, Collection<String> columns, Cursor start, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(start), place -> nextPage(attempt, table, columns, place))
                .whilst(Page::hasNext)
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page.rows()))
                .map(Answers.reading(attempt, read));
    }

    /** Writes a new row. */
    <T> Uni<T> insert(
            String name, String table, Map<String, String> values, Collection<String> columns, Function<Row, T> read) {
        var attempt = Attempt.write(name);
        return call(attempt, TableApi.insert(table, columns, values), answers::answer)
                .map(Answers.reading(attempt, answer -> read.apply(answer.row())));
    }

    /** Changes some columns of a row. */
    <T> Uni<T> change(
            String name,
            String table,
            SysId sysId,
            Map<String, String> values,
            Collection<String> columns,
            Function<Row, T> read) {
        var attempt = Attempt.write(name);
        return call(attempt, TableApi.change(table, sysId, columns, values), answers::answer)
                .map(Answers.reading(attempt, answer -> read.apply(answer.row())));
    }

    /** Changes some columns of a row, and reads it with what people see; empty if there is no such row for this user. */
    <T> Uni<Optional<T>> changeShown(
            String name,
            String table,
            SysId sysId,
            Map<String, String> values,
            Collection<String> columns,
            Function<Row, T> read) {
        var attempt = Attempt.write(name);
        return call(attempt, TableApi.changeShown(table, sysId, columns, values), answers::answerOrSureAbsence)
                .map(Answers.reading(attempt, answer -> answer.found().map(read)));
    }

    private record Page(List<Row> rows, boolean hasNext) {}

    private Uni<Page> nextPage(
            Attempt attempt, String table, Collection<String> columns, AtomicReference<Cursor> place) {
        var cursor = place.get();
        return page(attempt, table, columns, cursor.page(), pageSize, cursor.offset())
                .map(Answers.reading(attempt, answer -> {
                    var rows = answer.rows();
                    var hasNext = answer.hasMoreThan(cursor.offset() + pageSize);
                    if (hasNext) {
                        place.set(cursor.after(rows, pageSize));
                    }
                    return new Page(rows, hasNext);
                }));
    }

    private Uni<Answer> page(
            Attempt attempt, String table, Collection<String> columns, Query query, int limit, int offset) {
        return call(attempt, TableApi.list(table, columns, query.encoded(), limit, offset), answers::answer);
    }

    /** Makes a call whose answer is a document of its own, without a result around it. */
    Uni<JsonNode> document(Attempt attempt, Request request) {
        return call(attempt, request, answers::wholeDocument).map(Answer::result);
    }

    private Uni<Answer> call(Attempt attempt, Request request, BiFunction<Attempt, Response, Answer> answer) {
        return limits.call(
                attempt,
                caller -> authorization
                        .admit(pass -> caller.whileWaiting(attempt, line.send(attempt, pass.on(request))))
                        .map(response -> answer.apply(attempt, response)));
    }

    /** Deletes a row; fine if there is none. */
    Uni<Void> delete(String name, String table, SysId sysId) {
        return call(Attempt.write(name), TableApi.delete(table, sysId), answers::answerToDelete)
                .replaceWithVoid();
    }
}
