package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The tables of one instance: authorized, a few requests at once, and asked again where that is safe. */
final class Instance {

    // Enough for what should be one row; an instance that ignores a condition would send its whole table.
    private static final int FEW = 20;

    private final TableApi api;
    private final Authorization authorization;
    private final Exchange exchange;
    private final Answers answers;
    private final Limits limits;
    private final int pageSize;

    Instance(
            TableApi api,
            Authorization authorization,
            Exchange exchange,
            Answers answers,
            Limits limits,
            int pageSize) {
        this.api = api;
        this.authorization = authorization;
        this.exchange = exchange;
        this.answers = answers;
        this.limits = limits;
        this.pageSize = pageSize;
    }

    /** Reads one row, if it is there for this user. */
    <T> Uni<Optional<T>> read(
            String name, String table, SysId sysId, Collection<String> columns, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return call(attempt, header -> api.read(header, table, sysId.value(), list(columns)), answers::answerOrAbsence)
                .map(Answers.reading(attempt, answer -> answer.found().map(read)));
    }

    /** Reads one row as a person sees it, if it is there for this user. */
    <T> Uni<Optional<T>> view(
            String name, String table, SysId sysId, Collection<String> columns, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return call(attempt, header -> api.view(header, table, sysId.value(), list(columns)), answers::answerOrAbsence)
                .map(Answers.reading(attempt, answer -> answer.found().map(read)));
    }

    /** Reads the first rows that match, or that the instance believes to match. */
    <T> Uni<List<T>> few(String name, String table, Collection<String> columns, Query query, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return page(attempt, table, columns, query, FEW, 0)
                .map(Answers.reading(
                        attempt, answer -> answer.rows().stream().map(read).toList()));
    }

    /** Whether a table shows this user any row, or has none that it could show. */
    Uni<Boolean> shows(String name, String table) {
        var attempt = Attempt.read(name);
        // The total is counted before rows that may not be read are taken out (ServiceNow KB0546297, inferred).
        return page(attempt, table, List.of("sys_id"), Query.all(), FEW, 0)
                .map(Answers.reading(attempt, answer -> !answer.rows().isEmpty() || answer.matchedNothing()));
    }

    /** Streams all rows that match, a page at a time as they are consumed. */
    <T> Multi<T> all(String name, String table, Collection<String> columns, Query query, Function<Row, T> read) {
        var attempt = Attempt.read(name);
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Cursor.atStartOf(query)),
                        place -> nextPage(attempt, table, columns, place))
                .whilst(Page::hasNext)
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page.rows()))
                .map(Answers.reading(attempt, read));
    }

    /** Writes a new row. */
    <T> Uni<T> insert(
            String name, String table, Map<String, String> values, Collection<String> columns, Function<Row, T> read) {
        var attempt = Attempt.write(name);
        return call(attempt, header -> api.insert(header, table, list(columns), values), answers::answer)
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
        return call(attempt, header -> api.change(header, table, sysId.value(), list(columns), values), answers::answer)
                .map(Answers.reading(attempt, answer -> read.apply(answer.row())));
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
        return call(
                attempt,
                header -> api.list(header, table, list(columns), query.encoded(), limit, offset),
                answers::answer);
    }

    private Uni<Answer> call(
            Attempt attempt, Function<String, Uni<Response>> request, BiFunction<Attempt, Response, Answer> answer) {
        return limits.call(
                attempt,
                givenUp -> authorized(attempt, sending(attempt, request, givenUp))
                        .map(response -> answer.apply(attempt, response)));
    }

    // Its turn and its token may have come after the caller left: then nothing is sent.
    private static Function<String, Uni<Response>> sending(
            Attempt attempt, Function<String, Uni<Response>> request, BooleanSupplier givenUp) {
        return header -> givenUp.getAsBoolean()
                ? Uni.createFrom().failure(new Rejected(attempt.name() + " was given up", "", Effect.NONE))
                : request.apply(header);
    }

    // A 401 was not carried out, so even a write may be sent once more.
    private Uni<Response> authorized(Attempt attempt, Function<String, Uni<Response>> request) {
        return authorization
                .header()
                .flatMap(first -> exchange.of(attempt, () -> request.apply(first))
                        .flatMap(response -> response.getStatus() == 401 && authorization.renew(first)
                                ? authorization
                                        .header()
                                        .flatMap(second -> exchange.of(attempt, () -> request.apply(second)))
                                : Uni.createFrom().item(response)));
    }

    private static String list(Collection<String> columns) {
        return String.join(",", columns);
    }
}
