package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.connection.ProductSettings;
import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.servicenow.Account;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Findings;
import io.nowbridge.setup.Probe.Trial;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The part of a test that is made with the connection's credentials. */
final class Visit {

    static final Line CREDENTIALS = Line.of(Findings.CREDENTIALS);

    /** What it looks at, whatever tables are needed. */
    static final List<Line> LINES = List.of(
            CREDENTIALS,
            AccountChecks.USER,
            ClockCheck.LINE,
            AccountChecks.TIME_ZONE,
            ListChecks.CHOICES,
            ListChecks.JOURNAL);

    private static final Remedy REPEAT = Remedy.ofNobody(
            "Repeat the test. If it goes on, look whether the instance is overloaded, and whether a firewall lets calls with"
                    + " credentials through.");
    private static final int TABLES_AT_ONCE = 2;

    private final ServiceNow serviceNow;
    private final Trial trial;
    private final List<TableNeed> needs;
    private final Sheet sheet;
    private final RandomGenerator chance;

    Visit(ServiceNow serviceNow, Trial trial, List<TableNeed> needs, Sheet sheet, RandomGenerator chance) {
        this.serviceNow = serviceNow;
        this.trial = trial;
        this.needs = needs;
        this.sheet = sheet;
        this.chance = chance;
    }

    /** Enters all that is found; what rests on credentials that are refused is skipped. */
    Uni<Void> run() {
        sheet.enter(CREDENTIALS, CREDENTIALS.failed("The first call with them was not answered in time.", REPEAT));
        return serviceNow
                .self()
                .account()
                .onFailure(Visit::concernsTheTableOnly)
                .recoverWithItem(Optional.empty())
                .invoke(this::enter)
                .chain(this::lookAround)
                .onFailure(ServiceNowException.class)
                .recoverWithUni(failure -> {
                    sheet.enter(CREDENTIALS, refused(failure));
                    sheet.skipRestOf(CREDENTIALS);
                    return Uni.createFrom().voidItem();
                });
    }

    private void enter(Optional<Account> account) {
        sheet.enter(CREDENTIALS, CREDENTIALS.passed("The credentials are accepted."));
        sheet.enter(AccountChecks.USER, AccountChecks.user(account));
        sheet.enter(AccountChecks.TIME_ZONE, AccountChecks.timeZone(account));
    }

    private Uni<Void> lookAround(Optional<Account> account) {
        var lists = new ListChecks(serviceNow.records(), sheet);
        return Uni.combine()
                .all()
                .unis(lists.choices(), lists.journal(), tables(account), products(account), orders())
                .with((choices, journal, looked, products, orders) -> looked)
                .invoke(looked -> sheet.enter(NotesCheck.LINE, NotesCheck.of(looked, sheet)))
                .replaceWithVoid();
    }

    private Uni<Void> products(Optional<Account> account) {
        var settings = ProductSettings.of(trial.connection());
        return needs.stream()
                .filter(TableNeed::catalog)
                .findFirst()
                .map(need -> new ProductChecks(serviceNow, settings)
                        .look(account, need)
                        .invoke(check -> sheet.enter(ProductChecks.line(settings), check))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> orders() {
        return needs.stream()
                .filter(TableNeed::isPurchaseOrder)
                .findFirst()
                .map(need -> new OrderChecks(serviceNow)
                        .look(need)
                        .invoke(check -> sheet.enter(OrderChecks.LINE, check))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<List<KnownTable>> tables(Optional<Account> account) {
        var tables = new TableChecks(serviceNow, sheet);
        return Multi.createFrom()
                .iterable(needs)
                .onItem()
                .transformToUni(tables::look)
                .merge(TABLES_AT_ONCE)
                .collect()
                .asList()
                .invoke(looked -> sheet.enter(ProcurementCheck.LINE, ProcurementCheck.of(needs, sheet)))
                .map(looked -> looked.stream().flatMap(Optional::stream).toList())
                .call(looked -> writes(account, looked));
    }

    private Uni<Void> writes(Optional<Account> account, List<KnownTable> looked) {
        var writes = new WriteChecks(serviceNow, sheet, account, chance);
        return Multi.createFrom()
                .iterable(looked)
                .filter(table -> table.need().writes())
                .onItem()
                .transformToUniAndConcatenate(
                        table -> trial.mayCreateRecord() ? writes.prove(table) : writes.leave(table))
                .onItem()
                .ignoreAsUni();
    }

    private Check refused(ServiceNowException failure) {
        var scheme = trial.authentication().scheme();
        return switch (failure) {
            case Unauthorized e -> CREDENTIALS.failed(SignInWords.cause(scheme), SignInWords.remedy(scheme));
            case Forbidden e -> CREDENTIALS.failed(Trouble.cause(e), SignInWords.API_CLOSED);
            default -> Trouble.at(CREDENTIALS, failure);
        };
    }

    // Whoever is told this has been let in: users need not be allowed to read users.
    private static boolean concernsTheTableOnly(Throwable failure) {
        return failure instanceof Forbidden refusal && refusal.reason().startsWith("Insufficient rights");
    }
}
