package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Difference;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.servicenow.Tasks;
import io.nowbridge.ticket.Warning;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees whether the notes that were written with a task are there, since a journal is not read back like a column. */
final class JournalCheck {

    private final Tasks tasks;

    JournalCheck(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The notes among {@code fields} that cannot be seen at the task. Never fails: the task is open by now. */
    Uni<List<Warning>> check(SysId task, Map<String, String> fields) {
        var notes = fields.entrySet().stream()
                .filter(field -> Difference.isJournal(field.getKey()))
                .map(note -> check(task, note.getKey(), note.getValue()))
                .toList();
        return notes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(notes)
                        .andFailFast()
                        .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Warning>> check(SysId task, String column, String note) {
        return tasks.journal(task, column)
                .map(text -> text.contains(note.strip())
                        ? Optional.<Warning>empty()
                        : warning(column, "It is not in the journal: the integration user may not write or read it."))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure ->
                        warning(column, "It could not be seen whether it is in the journal: " + failure.getMessage()));
    }

    private static Optional<Warning> warning(String column, String message) {
        return Optional.of(new Warning(FormFields.named(column), message));
    }
}
