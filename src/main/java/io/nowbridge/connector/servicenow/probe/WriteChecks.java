package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.servicenow.Account;
import io.nowbridge.servicenow.Choice;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Looks at whether records of a table can be created and written, which nothing but doing it proves. */
final class WriteChecks {

    private static final Remedy ASK = Remedy.ofAdministrator(
            "Repeat the test and allow a test record: it is marked as such, and deleted at the end of the test.");

    private final ServiceNow serviceNow;
    private final Sheet sheet;
    private final Optional<Account> account;
    private final RandomGenerator chance;

    WriteChecks(ServiceNow serviceNow, Sheet sheet, Optional<Account> account, RandomGenerator chance) {
        this.serviceNow = serviceNow;
        this.sheet = sheet;
        this.account = account;
        this.chance = chance;
    }

    /** Says that nothing was tried. */
    Uni<Void> leave(KnownTable table) {
        return unproven(table, "Not proven: no record was created, since the test was not allowed to.");
    }

    /** Creates a record, changes it and deletes it. */
    Uni<Void> prove(KnownTable table) {
        if (!table.has("short_description") || !table.has("correlation_id")) {
            return unproven(
                    table,
                    "Not proven: a record of this table could not be marked as a test, for want of a short description"
                            + " and a correlation id.");
        }
        return choices(table).flatMap(choices -> {
            var mark = Mark.of(chance);
            var values = new TestValues(table, account, choices).of(mark);
            return new RecordTrial(serviceNow.records(), sheet, table, mark, values).run();
        });
    }

    private Uni<Map<String, List<Choice>>> choices(KnownTable table) {
        return table.need().written().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : serviceNow
                        .choices()
                        .of(table.need().table(), table.need().written())
                        .onFailure(ServiceNowException.class)
                        .recoverWithItem(Map.of());
    }

    private Uni<Void> unproven(KnownTable table, String why) {
        Stream.of(table.need().create(), table.need().write())
                .forEach((Line line) -> sheet.enter(line, line.unproven(why, ASK)));
        return Uni.createFrom().voidItem();
    }
}
