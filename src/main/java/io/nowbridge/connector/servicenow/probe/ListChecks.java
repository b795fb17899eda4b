package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.servicenow.Records;
import io.nowbridge.servicenow.Sample;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.setup.Check;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** Looks at the tables of the platform that serve every feature: the choices and the journal. */
final class ListChecks {

    static final Line CHOICES = Line.of("choices");
    static final Line JOURNAL = Line.of("journal");

    private static final Remedy READ_CHOICES = Remedy.ofAdministrator(
            "Let the integration user read sys_choice. Until then, take category names from ServiceNow's own choice lists,"
                    + " letter by letter, by value: one that does not match is dropped, and the ticket opens without it.");
    private static final Remedy READ_JOURNAL = Remedy.ofAdministrator(
            "Give the integration user the role audit_viewer, which reads sys_journal_field, for what people note on tickets"
                    + " to come back.");

    private static final Remedy REPEAT = Remedy.ofNobody("Repeat the test at a quieter time.");

    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Records records;
    private final Sheet sheet;

    ListChecks(Records records, Sheet sheet) {
        this.records = records;
        this.sheet = sheet;
    }

    Uni<Void> choices() {
        return look(
                CHOICES,
                "sys_choice",
                sample -> sample.rows() > 0
                        ? CHOICES.passed("Choice lists may be read.")
                        : CHOICES.failed("Choice lists may not be read: sys_choice shows nothing.", READ_CHOICES));
    }

    // Nothing is wrong with a journal that is hidden: our notes are looked for where people see them.
    Uni<Void> journal() {
        return look(
                JOURNAL,
                "sys_journal_field",
                sample -> sample.hidden()
                        ? JOURNAL.unproven(
                                "Journal entries may not be read: whether a note has arrived is read from what people see, and"
                                        + " what people note on tickets does not come back.",
                                READ_JOURNAL)
                        : JOURNAL.passed("Journal entries may be read."));
    }

    private Uni<Void> look(Line line, String table, Function<Sample, Check> judge) {
        return records.sample(table, Set.of("value"))
                .onFailure(Forbidden.class)
                .recoverWithItem(new Sample(0, true, Set.of()))
                .map(judge)
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure -> Trouble.at(line, failure))
                // The journal of an old instance is the largest table there is, and each answer counts its rows.
                .ifNoItem()
                .after(LONGEST)
                .recoverWithItem(() -> line.unproven(
                        "Reading " + table + " was not answered within " + LONGEST.toSeconds() + " s.", REPEAT))
                .invoke(check -> sheet.enter(line, check))
                .replaceWithVoid();
    }
}
