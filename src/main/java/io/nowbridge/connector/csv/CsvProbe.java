package io.nowbridge.connector.csv;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.PriceListSettings;
import io.nowbridge.connector.catalogue.FileCheck;
import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.inbox.Inbox;
import io.nowbridge.inbox.Inboxes;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Findings;
import io.nowbridge.setup.Probe.Trial;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries a price list out: whether it is there, has the columns that are mapped, and can be read. */
public final class CsvProbe {

    private static final Line CREDENTIALS = Line.of(Findings.CREDENTIALS);
    private static final Line FILE = new Line("read", "price list");

    private static final Remedy DELIVERY = Remedy.ofAdministrator(
            "Have the file put into the folder of this connection's id, or say in the setting path where it is fetched.");

    private final NetworkChecks network;
    private final Inboxes inboxes;
    private final FileCheck file;
    private final Duration longest;

    /** A test takes no longer than {@code longest}. */
    public CsvProbe(NetworkChecks network, Inboxes inboxes, InstantSource clock, Duration longest) {
        this.network = network;
        this.inboxes = inboxes;
        this.file = new FileCheck(clock, Optional.empty(), DELIVERY);
        this.longest = longest;
    }

    /** Makes every check that there is time for; what it meets is among them. */
    public Uni<List<Check>> test(Trial trial) {
        return PriceListSettings.of(trial.connection())
                .path()
                .map(path -> fetched(trial, path))
                .orElseGet(() -> delivered(trial));
    }

    private Uni<List<Check>> delivered(Trial trial) {
        var sheet = new Sheet(List.of(CREDENTIALS, FILE));
        sheet.enter(CREDENTIALS, CREDENTIALS.passed("None are needed: the file is delivered to us."));
        return sheet.filledBy(read(sheet, trial, inboxes.of(trial.connection().id())), longest);
    }

    private Uni<List<Check>> fetched(Trial trial, String path) {
        var sheet = new Sheet(Stream.concat(NetworkChecks.lines().stream(), Stream.of(CREDENTIALS, FILE))
                .toList());
        var inbox = inboxes.at(
                trial.instance(), () -> Uni.createFrom().item(() -> CsvFile.of(path, trial.authentication())));
        var work = network.look(sheet, trial.instance(), path)
                .flatMap(answer -> answer.map(arrived -> visit(sheet, trial, inbox))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
        return sheet.filledBy(work, longest);
    }

    private Uni<Void> visit(Sheet sheet, Trial trial, Inbox inbox) {
        return inbox.newest()
                .invoke(found -> sheet.enter(CREDENTIALS, CREDENTIALS.passed("The server lets us look for the file.")))
                .chain(() -> read(sheet, trial, inbox))
                .onFailure(ConnectedSystemException.class)
                .recoverWithUni(failure -> Uni.createFrom().voidItem().invoke(() -> refused(sheet, failure)));
    }

    private Uni<Void> read(Sheet sheet, Trial trial, Inbox inbox) {
        return file.enter(sheet, FILE, new CsvCatalogue(trial.connection(), inbox));
    }

    private static void refused(Sheet sheet, Throwable failure) {
        var known = (ConnectedSystemException) failure;
        var line = known instanceof Unauthorized || known instanceof Forbidden ? CREDENTIALS : FILE;
        sheet.enter(line, line.failed(known.getMessage() + ".", new Remedy(known.remedy(), WhoCanFix.of(known))));
        sheet.skipRestOf(line);
    }
}
