package io.nowbridge.connector.servicenow.probe;

import static java.util.stream.Collectors.joining;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
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

    /** A record that is there, and what was found of it. */
    private record Made(Stored record, List<Check> checks) {}

    Uni<Void> run() {
        sheet.enter(table.need().create(), cleanUp.inDoubt("The test ended while it was creating a record."));
        return create().flatMap(made -> made.map(this::goOn).orElseGet(() -> {
            var write = table.need().write();
            sheet.enter(write, write.skipped(Sheet.restsOn(table.need().create())));
            return Uni.createFrom().voidItem();
        }));
    }

    private Uni<Optional<Made>> create() {
        return records.create(table.need().table(), values)
                .map(written -> Optional.of(new Made(written.record(), stored(written))))
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
        return Stream.concat(Stream.of(table.need().create().passed(found)), dropped)
                .toList();
    }

    // ServiceNow is known to answer 403 although it wrote, and an answer can be lost: then the record is looked for.
    private Uni<Optional<Made>> notAnswered(ServiceNowException failure) {
        var create = table.need().create();
        if (failure.nothingHappened()) {
            sheet.enter(create, create.failed(Trouble.cause(failure), remedy(failure)));
            return Uni.createFrom().item(Optional.empty());
        }
        return look().map(found -> {
                    if (found.isEmpty()) {
                        sheet.enter(create, unseen(failure));
                    }
                    return found.map(record -> new Made(
                            record,
                            List.of(create.failed(
                                    Trouble.cause(failure) + " The record was created all the same.",
                                    remedy(failure)))));
                })
                .onFailure(ServiceNowException.class)
                .recoverWithItem(blind -> {
                    sheet.enter(create, cleanUp.inDoubt(Trouble.cause(failure)));
                    return Optional.empty();
                });
    }

    private Check unseen(ServiceNowException failure) {
        return failure.answered()
                ? table.need()
                        .create()
                        .failed(
                                Trouble.cause(failure)
                                        + " No record is to be seen; one that this user may not see would"
                                        + " have the correlation id " + mark.correlationId() + ".",
                                remedy(failure))
                : cleanUp.inDoubt(Trouble.cause(failure) + " No record is to be seen yet.");
    }

    private Uni<Optional<Stored>> look() {
        var name = table.need().table();
        return records.read(name, mark.sysId())
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : records.findByCorrelationId(name, mark.correlationId()));
    }

    private Uni<Void> goOn(Made made) {
        enter(made, cleanUp.unfinished(made.record()));
        return new WriteTrial(records, sheet, table, made.record())
                .run()
                .eventually(() -> cleanUp.remove(made.record()).invoke(end -> enter(made, end)));
    }

    private void enter(Made made, Check end) {
        sheet.enter(
                table.need().create(),
                Stream.concat(made.checks().stream(), Stream.of(end)).toList());
    }

    private static Remedy remedy(ServiceNowException failure) {
        return switch (failure) {
            case Forbidden refusal when refusal.reason().contains("Data Policy") -> TableWords.MANDATORY;
            case Forbidden refusal -> TableWords.WRITE_RIGHTS;
            default -> Trouble.remedy(failure);
        };
    }
}
