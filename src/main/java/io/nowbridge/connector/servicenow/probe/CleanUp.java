package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.servicenow.Records;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.Stored;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Deletes the record of a test, or closes it where that is not allowed, and says what is left. */
final class CleanUp {

    // The state in which nobody works on it any more: canceled, or else closed.
    private static final Map<String, String> ENDED = Map.of(
            "incident", "8",
            "problem", "107",
            "change_request", "4",
            "change_task", "4",
            "sc_task", "4",
            "task", "4");

    private final Records records;
    private final String table;
    private final Line line;
    private final Mark mark;

    CleanUp(Records records, TableNeed need, Mark mark) {
        this.records = records;
        this.table = need.table();
        this.line = new Line("clean-up", table);
        this.mark = mark;
    }

    static String name(Stored record) {
        return record.number().isEmpty() ? "The record " + record.sysId() : record.number();
    }

    /** What is to be said while it is not known whether there is a record. */
    Check inDoubt(String cause) {
        return line.failed(
                cause + " A record with the correlation id " + mark.correlationId() + " may be left in " + table
                        + ", or appear there within a minute.",
                byHand("the record of " + table + " with the correlation id " + mark.correlationId()));
    }

    /** What is to be said until the record has been seen to be gone. */
    Check unfinished(Stored record) {
        return line.failed(
                identified(record) + " may be left in " + table + ": the test ended before it was seen to be deleted.",
                byHand(name(record)));
    }

    /** Deletes the record; fails with nothing of ServiceNow's. */
    Uni<Check> remove(Stored record) {
        return records.delete(table, record.sysId())
                .replaceWith("Deleting it was answered as done.")
                .onFailure(ServiceNowException.class)
                .recoverWithItem(Trouble::cause)
                .flatMap(answer -> lookAgain(record, answer));
    }

    // An answer may have been lost that said it is gone, and one that says so may not be true.
    private Uni<Check> lookAgain(Stored record, String answer) {
        return records.read(table, record.sysId())
                .flatMap(found -> found.isPresent()
                        ? close(record, answer)
                        : Uni.createFrom().item(line.passed(name(record) + " was deleted.")))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(blind -> left(record, answer));
    }

    private Uni<Check> close(Stored record, String answer) {
        if (!ENDED.containsKey(table)) {
            return Uni.createFrom().item(left(record, answer));
        }
        return records.change(table, record.sysId(), Map.of("state", ENDED.getOrDefault(table, "")))
                .map(written -> written.differences().isEmpty()
                        ? line.unproven(
                                name(record) + " is left, canceled. " + answer
                                        + " Nothing but this test needs to delete.",
                                byHand(name(record)))
                        : left(record, answer));
    }

    private Check left(Stored record, String cause) {
        return line.failed(identified(record) + " is left in " + table + ". " + cause, byHand(name(record)));
    }

    private static String identified(Stored record) {
        return name(record) + " (sys_id " + record.sysId() + ")";
    }

    private static Remedy byHand(String what) {
        return Remedy.ofAdministrator("Delete " + what + " in ServiceNow.");
    }
}
