package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.servicenow.Records;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.Stored;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;

/** Changes a record of a test once, and writes a work note where the table takes any. */
final class WriteTrial {

    private static final String CHANGED = Mark.TITLE + " (changed)";
    private static final String NOTE = "A work note of Nowbridge's connection test.";

    private final Records records;
    private final Sheet sheet;
    private final KnownTable table;
    private final Stored record;

    WriteTrial(Records records, Sheet sheet, KnownTable table, Stored record) {
        this.records = records;
        this.sheet = sheet;
        this.table = table;
        this.record = record;
    }

    /** Enters what is found, and fails with nothing of ServiceNow's. */
    Uni<Void> run() {
        var line = table.need().write();
        var changes = new LinkedHashMap<String, String>();
        changes.put("short_description", CHANGED);
        if (takesNotes()) {
            changes.put("work_notes", NOTE);
        }
        return records.change(name(), record.sysId(), changes)
                .map(written -> written.differences().isEmpty()
                        ? line.passed(CleanUp.name(record) + " was changed.")
                        : line.failed("A change was answered as done, and not stored.", TableWords.WRITE_RIGHTS))
                .flatMap(this::withNotes)
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure -> List.of(refused(line, failure)))
                .invoke(checks -> sheet.enter(line, checks))
                .replaceWithVoid();
    }

    private Uni<List<Check>> withNotes(Check write) {
        var line = new Line("work-notes", name());
        return takesNotes()
                ? records.journal(name(), record.sysId(), "work_notes")
                        .map(text -> List.of(
                                write,
                                text.contains(NOTE)
                                        ? line.passed("A work note was written, and is to be seen.")
                                        : line.failed(
                                                "A work note was written, and is not to be seen.", TableWords.NOTES)))
                : Uni.createFrom().item(List.of(write));
    }

    private static Check refused(Line line, Throwable failure) {
        return failure instanceof ServiceNowException.Forbidden
                ? line.failed(Trouble.cause(failure), TableWords.WRITE_RIGHTS)
                : Trouble.at(line, failure);
    }

    private boolean takesNotes() {
        return table.need().fields().contains("work_notes") || table.columns().containsKey("work_notes");
    }

    private String name() {
        return table.need().table();
    }
}
