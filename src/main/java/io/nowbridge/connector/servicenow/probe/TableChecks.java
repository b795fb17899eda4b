package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.Sample;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/** Looks at a table that is needed: whether it is there, shows what it holds, and has the fields. */
final class TableChecks {

    private final ServiceNow serviceNow;
    private final Sheet sheet;

    TableChecks(ServiceNow serviceNow, Sheet sheet) {
        this.serviceNow = serviceNow;
        this.sheet = sheet;
    }

    /** Enters what is found; empty, and the rest of the table skipped, if it cannot be read. */
    Uni<Optional<KnownTable>> look(TableNeed need) {
        return serviceNow
                .records()
                .sample(need.table(), need.fields())
                .flatMap(sample -> sample.hidden() ? hidden(need) : shown(need, sample))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure -> stop(need, unreadable(need, failure)));
    }

    private Uni<Optional<KnownTable>> hidden(TableNeed need) {
        var found = need.table() + " holds records, and none of the first 20 is shown: that means missing rights.";
        return Uni.createFrom().item(stop(need, need.read().failed(found, TableWords.READ_RIGHTS)));
    }

    private Uni<Optional<KnownTable>> shown(TableNeed need, Sample sample) {
        sheet.enter(
                need.read(),
                sample.rows() > 0
                        ? need.read().passed(need.table() + " may be read, for " + features(need) + ".")
                        : need.read()
                                .unproven(
                                        "No record of " + need.table()
                                                + " is shown, and none is counted: it holds none, or none for this user.",
                                        TableWords.READ_RIGHTS));
        return columns(need).map(columns -> {
            var table = new KnownTable(need, columns, sample);
            sheet.enter(need.field(), FieldChecks.of(table));
            return Optional.of(table);
        });
    }

    // That the dictionary may not be read is common; the rows themselves tell most of it.
    private Uni<Map<String, Column>> columns(TableNeed need) {
        return serviceNow
                .dictionary()
                .columns(need.table())
                .onFailure(ServiceNowException.class)
                .recoverWithItem(Map.of());
    }

    private static Check unreadable(TableNeed need, Throwable failure) {
        if (failure instanceof ServiceNowException.Rejected rejected
                && rejected.reason().startsWith("Invalid table")) {
            return need.read()
                    .failed("There is no table " + need.table() + ".", TableWords.noTable(need.isProcurement()));
        }
        return failure instanceof ServiceNowException.Forbidden
                ? need.read().failed(Trouble.cause(failure), TableWords.READ_RIGHTS)
                : Trouble.at(need.read(), failure);
    }

    private Optional<KnownTable> stop(TableNeed need, Check failed) {
        sheet.enter(need.read(), failed);
        need.lines()
                .filter(line -> !line.equals(need.read()))
                .forEach(line -> sheet.enter(line, line.skipped(Sheet.restsOn(need.read()))));
        return Optional.empty();
    }

    private static String features(TableNeed need) {
        return String.join(", ", need.features());
    }
}
