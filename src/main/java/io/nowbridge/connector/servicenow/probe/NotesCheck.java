package io.nowbridge.connector.servicenow.probe;

import static java.util.function.Predicate.not;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.setup.Check;
import java.util.List;

/** Says what a note is worth whose answer is lost: that takes a right to see whether it has arrived. */
final class NotesCheck {

    static final Line LINE = Line.of("notes");

    private static final String NOTES = "work_notes";
    private static final Remedy SEE = Remedy.ofAdministrator(
            "Give the integration user the role audit_viewer, which reads sys_journal_field, or let it read work_notes on the"
                    + " table: the role itil may; an access control (ACL) on the field can ask for more.");
    private static final Remedy REPEAT =
            Remedy.ofAdministrator("Repeat the test once the table holds a record, or give the role audit_viewer.");

    private NotesCheck() {}

    static Check of(List<KnownTable> looked, Sheet sheet) {
        var noted = looked.stream()
                .filter(table -> table.need().written().contains(NOTES))
                .toList();
        if (noted.isEmpty()) {
            return LINE.skipped("No table that takes notes was looked at.");
        }
        if (sheet.passed(ListChecks.JOURNAL)) {
            return LINE.passed("Notes arrive exactly once: the journal tells by author and text.");
        }
        if (noted.stream().allMatch(NotesCheck::showsNotes)) {
            return LINE.passed("Notes arrive exactly once: what people see of a ticket tells.");
        }
        return noted.stream().filter(not(NotesCheck::showsNotes)).allMatch(NotesCheck::isEmpty)
                ? LINE.unproven("No record tells whether notes may be seen.", REPEAT)
                : LINE.unproven(
                        "Notes arrive at least once: neither the journal nor work notes may be read, so that one whose answer"
                                + " is lost is written again.",
                        SEE);
    }

    private static boolean showsNotes(KnownTable table) {
        return table.sample().columns().contains(NOTES);
    }

    private static boolean isEmpty(KnownTable table) {
        return table.sample().rows() == 0;
    }
}
