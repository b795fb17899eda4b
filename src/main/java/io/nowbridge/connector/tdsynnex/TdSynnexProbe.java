package io.nowbridge.connector.tdsynnex;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connector.catalogue.FileCheck;
import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.inbox.Inboxes;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Findings;
import io.nowbridge.setup.Probe.Trial;
import io.nowbridge.tdsynnex.TdSynnex;
import io.nowbridge.tdsynnex.TdSynnexClients;
import io.nowbridge.tdsynnex.TdSynnexException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries an account at TD SYNNEX out, from the address of its services to its price file; orders nothing. */
public final class TdSynnexProbe {

    private static final Line CREDENTIALS = Line.of(Findings.CREDENTIALS);
    private static final Line ORDERS = new Line("read", "orders");
    private static final Line FILE = new Line("read", "price file");

    // Whether there is such a product does not matter: whoever may not ask is told so first.
    private static final String ANY_SKU = "1";

    // Nor whether there is such an order.
    private static final String NO_ORDER = "NOWBRIDGE-TEST";

    // One is written each night but on holidays.
    private static final Duration OLDEST = Duration.ofDays(4);

    private static final Remedy ACCOUNT = Remedy.ofAdministrator(
            "Enter the customer number, the user name and the password that TD SYNNEX has given for its web services.");
    private static final Remedy REPEAT = Remedy.ofNobody(
            "Repeat the test. If it goes on, look whether a firewall lets calls with credentials through.");
    private static final Remedy DELIVERY = Remedy.ofAdministrator(
            "See that TD SYNNEX has set the price file up, which takes 4 to 6 business days, and that the nightly transfer"
                    + " brings it into the folder of this connection's id.");

    private final NetworkChecks network;
    private final TdSynnexClients clients;
    private final Inboxes inboxes;
    private final FileCheck file;
    private final Duration longest;

    /** A test takes no longer than {@code longest}. */
    public TdSynnexProbe(
            NetworkChecks network, TdSynnexClients clients, Inboxes inboxes, InstantSource clock, Duration longest) {
        this.network = network;
        this.clients = clients;
        this.inboxes = inboxes;
        this.file = new FileCheck(clock, Optional.of(OLDEST), DELIVERY);
        this.longest = longest;
    }

    /** Makes every check that there is time for; what it meets is among them. */
    public Uni<List<Check>> test(Trial trial) {
        var sheet = new Sheet(Stream.concat(NetworkChecks.lines().stream(), Stream.of(CREDENTIALS, ORDERS, FILE))
                .toList());
        var work = network.look(sheet, trial.instance(), "/SynnexXML/PriceAvailability")
                .flatMap(answer -> answer.flatMap(arrived -> client(sheet, trial))
                        .map(client -> visit(sheet, trial, client))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
        return sheet.filledBy(work, longest);
    }

    private Optional<TdSynnex> client(Sheet sheet, Trial trial) {
        try {
            var account = TdSynnexAccount.of(trial.authentication());
            return Optional.of(
                    clients.connect(trial.instance(), () -> Uni.createFrom().item(account)));
        } catch (IllegalArgumentException unusable) {
            sheet.enter(
                    CREDENTIALS,
                    CREDENTIALS.failed("No sign-in can be made of them: " + unusable.getMessage() + ".", ACCOUNT));
            sheet.skipRestOf(CREDENTIALS);
            return Optional.empty();
        }
    }

    private Uni<Void> visit(Sheet sheet, Trial trial, TdSynnex client) {
        sheet.enter(CREDENTIALS, CREDENTIALS.failed("The first call with them was not answered in time.", REPEAT));
        return client.prices()
                .of(List.of(ANY_SKU))
                .invoke(answered -> sheet.enter(
                        CREDENTIALS, CREDENTIALS.passed("TD SYNNEX answers this user with prices and stock.")))
                .chain(() -> orders(sheet, client))
                .chain(() -> file(sheet, trial, client))
                .onFailure(TdSynnexException.class)
                .recoverWithUni(failure -> Uni.createFrom().voidItem().invoke(() -> refused(sheet, failure)));
    }

    // The service that takes orders is the one that looks at addresses, and it is not to be tried out.
    private static Uni<Void> orders(Sheet sheet, TdSynnex client) {
        return client.orderStatuses()
                .of(NO_ORDER)
                .map(answered ->
                        ORDERS.passed("TD SYNNEX tells this user how orders stand. Whether our address may place them"
                                + " shows with the first."))
                .onFailure(TdSynnexException.class)
                .recoverWithItem(TdSynnexProbe::noOrders)
                .invoke(check -> sheet.enter(ORDERS, check))
                .replaceWithVoid();
    }

    // Whoever only wants products needs no right to orders.
    private static Check noOrders(Throwable failure) {
        return failure instanceof TdSynnexException.Forbidden e
                ? ORDERS.unproven(cause(Translation.of(e)), remedy(Translation.of(e)))
                : failed(ORDERS, failure);
    }

    private Uni<Void> file(Sheet sheet, Trial trial, TdSynnex client) {
        var connection = trial.connection();
        var inbox = inboxes.of(
                connection.id(), () -> Uni.createFrom().item(TdSynnexAccount.file(connection, trial.authentication())));
        return file.enter(sheet, FILE, new TdSynnexCatalogue(connection, inbox, client.prices()));
    }

    private static void refused(Sheet sheet, Throwable failure) {
        sheet.enter(CREDENTIALS, failed(CREDENTIALS, failure));
        sheet.skipRestOf(CREDENTIALS);
    }

    private static Check failed(Line line, Throwable failure) {
        var named = Translation.of((TdSynnexException) failure);
        return line.failed(cause(named), remedy(named));
    }

    private static String cause(ConnectedSystemException named) {
        return named.getMessage() + ".";
    }

    private static Remedy remedy(ConnectedSystemException named) {
        return new Remedy(named.remedy(), WhoCanFix.of(named));
    }
}
