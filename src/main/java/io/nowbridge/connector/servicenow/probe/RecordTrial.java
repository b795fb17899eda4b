package io.nowbridge.connector.servicenow.probe;

import static java.util.stream.Collectors.joining;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.servicenow.Records;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.Stored;
import io.nowbridge.servicenow.Written;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Creates one marked record, changes it and deletes it. At every moment the sheet says of it what is known by then, so that
 * however the test ends, nothing is left behind in silence.
 */
final class RecordTrial {

    private final Records records;
    private final Sheet sheet;
    private final KnownTable table;
    private final Mark mark;
    private final Map<String, String> values;
    private final CleanUp cleanUp;

    RecordTrial(Records records, Sheet sheet, KnownTable table, Mark mark, Map<String, String> values) {
        this.records = records;
        this.sheet = sheet;
        this.table = table;
        this.mark = mark;
        this.values = values;
        this.cleanUp = new CleanUp(records, table.need(), mark);
    }

    /** What an attempt to create the record came to; there may be one although it was refused. */
    private record Attempt(Optional<Stored> record, List<Check> checks) {}

    Uni<Void> run() {
        sheet.enter(line(), cleanUp.inDoubt("The test ended while it was creating a record."));
        return create().flatMap(attempt ->
                attempt.record().map(record -> goOn(record, attempt.checks())).orElseGet(() -> stop(attempt.checks())));
    }

    private Uni<Attempt> create() {
        return records.create(table.need().table(), values)
                .map(written -> new Attempt(Optional.of(written.record()), stored(written)))
                .onFailure(ServiceNowException.class)
                .recoverWithUni(this::notAnswered);
    }

    private List<Check> stored(Written<Stored> written) {
        // A sys_id that the instance makes itself is as good.
        var dropped = written.differences().stream()
                .filter(difference -> !difference.field().equals("sys_id"))
                .map(difference -> table.need()
                        .field()
                        .part(difference.field())
                        .failed(
                                "A test record was created, and the field was not stored as sent.",
                                TableWords.DROPPED));
        var untried = table.need().written().stream()
                .filter(field -> !values.containsKey(field) && !field.equals("work_notes"))
                .collect(joining(", "));
        var found = CleanUp.name(written.record()) + " was created."
                + (untried.isEmpty() ? "" : " Not tried, for want of a harmless value: " + untried + ".");
        return Stream.concat(Stream.of(line().passed(found)), dropped).toList();
    }

    // ServiceNow is known to answer 403 although it wrote, and an answer can be lost: then the record is looked for.
    private Uni<Attempt> notAnswered(ServiceNowException failure) {
        if (failure.nothingHappened()) {
            return Uni.createFrom().item(without(failed(failure, "")));
        }
        return look().map(found -> found.isPresent()
                        ? new Attempt(found, List.of(failed(failure, " The record was created all the same.")))
                        : without(unseen(failure)))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(blind -> without(cleanUp.inDoubt(Trouble.cause(failure))));
    }

    private static Attempt without(Check told) {
        return new Attempt(Optional.empty(), List.of(told));
    }

    private Check unseen(ServiceNowException failure) {
        return failure.answered()
                ? failed(
                        failure,
                        " No record is to be seen; one that this user may not see would have the correlation id "
                                + mark.correlationId() + ".")
                : cleanUp.inDoubt(Trouble.cause(failure) + " No record is to be seen yet.");
    }

    private Check failed(ServiceNowException failure, String more) {
        return line().failed(Trouble.cause(failure) + more, remedy(failure));
    }

    private Uni<Optional<Stored>> look() {
        var name = table.need().table();
        return records.read(name, mark.sysId())
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : records.findByCorrelationId(name, mark.correlationId()));
    }

    private Uni<Void> stop(List<Check> checks) {
        var write = table.need().write();
        sheet.enter(line(), checks);
        sheet.enter(write, write.skipped(Sheet.restsOn(line())));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> goOn(Stored record, List<Check> checks) {
        enter(checks, cleanUp.unfinished(record));
        return new WriteTrial(records, sheet, table, record)
                .run()
                // Also where the test is cut short meanwhile: its answer does not wait for that.
                .eventually(() -> cleanUp.remove(record).invoke(end -> enter(checks, end)));
    }

    private void enter(List<Check> checks, Check end) {
        sheet.enter(line(), Stream.concat(checks.stream(), Stream.of(end)).toList());
    }

    private Line line() {
        return table.need().create();
    }

    private static Remedy remedy(ServiceNowException failure) {
        return switch (failure) {
            case Forbidden refusal when refusal.reason().contains("Data Policy") -> TableWords.MANDATORY;
            case Forbidden refusal -> TableWords.WRITE_RIGHTS;
            default -> Trouble.remedy(failure);
        };
    }
}
