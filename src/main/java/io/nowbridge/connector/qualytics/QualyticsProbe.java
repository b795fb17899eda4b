package io.nowbridge.connector.qualytics;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.Remedy;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.qualytics.Qualytics;
import io.nowbridge.qualytics.QualyticsClients;
import io.nowbridge.qualytics.QualyticsException;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Findings;
import io.nowbridge.setup.Probe.Trial;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries a Qualytics instance out, from its address to the anomalies that it shows; changes nothing there. */
public final class QualyticsProbe {

    private static final String API = "/api/anomalies?size=1";

    private static final Line CREDENTIALS = Line.of(Findings.CREDENTIALS);
    private static final Line READ = new Line("read", "anomalies");
    private static final Line WRITE = new Line("write", "anomalies");

    private static final Remedy TOKEN = Remedy.ofAdministrator(
            "Create a token as the user made for Nowbridge, and enter it as it is, without Bearer; that user must be active.");
    private static final Remedy REPEAT = Remedy.ofNobody(
            "Repeat the test. If it goes on, look whether a firewall lets calls with credentials through.");
    private static final Remedy MEMBERSHIP = Remedy.ofAdministrator(
            "If there should be some: put the token's owner into a team with the permission Reporter or above on each"
                    + " datastore.");
    private static final Remedy PERMISSIONS = Remedy.ofAdministrator(
            "If something is to be written back: give the token's owner, through a team on each datastore, the permission"
                    + " Editor to acknowledge and to comment, and Author to archive.");

    private final NetworkChecks network;
    private final QualyticsClients clients;
    private final Duration longest;

    /** A test takes no longer than {@code longest}. */
    public QualyticsProbe(NetworkChecks network, QualyticsClients clients, Duration longest) {
        this.network = network;
        this.clients = clients;
        this.longest = longest;
    }

    /** Makes every check that there is time for; what it meets is among them. */
    public Uni<List<Check>> test(Trial trial) {
        var sheet = new Sheet(Stream.concat(NetworkChecks.lines().stream(), Stream.of(CREDENTIALS, READ, WRITE))
                .toList());
        var work = network.look(sheet, trial.instance(), API)
                .flatMap(answer -> answer.flatMap(arrived -> client(sheet, trial))
                        .map(client -> visit(sheet, client))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
        return sheet.filledBy(work, longest);
    }

    private Optional<Qualytics> client(Sheet sheet, Trial trial) {
        try {
            var token = QualyticsToken.of(trial.authentication());
            return Optional.of(
                    clients.connect(trial.instance(), () -> Uni.createFrom().item(token)));
        } catch (IllegalArgumentException unusable) {
            sheet.enter(
                    CREDENTIALS,
                    CREDENTIALS.failed("No sign-in can be made of them: " + unusable.getMessage() + ".", TOKEN));
            sheet.skipRestOf(CREDENTIALS);
            return Optional.empty();
        }
    }

    private static Uni<Void> visit(Sheet sheet, Qualytics qualytics) {
        sheet.enter(CREDENTIALS, CREDENTIALS.failed("The first call with them was not answered in time.", REPEAT));
        return qualytics
                .anomalies()
                .count()
                .invoke(open -> {
                    sheet.enter(CREDENTIALS, CREDENTIALS.passed("The token is accepted."));
                    sheet.enter(READ, read(open));
                    sheet.enter(
                            WRITE,
                            WRITE.unproven(
                                    "Whether it may acknowledge, comment and archive shows only when it does: a test"
                                            + " changes no anomaly.",
                                    PERMISSIONS));
                })
                .replaceWithVoid()
                .onFailure(QualyticsException.class)
                .recoverWithUni(failure -> Uni.createFrom().voidItem().invoke(() -> enter(sheet, failure)));
    }

    private static Check read(long open) {
        return open > 0
                ? READ.passed("Open anomalies that it may read: " + open + ".")
                : READ.unproven("It shows no open anomaly: there is none, or it may read none.", MEMBERSHIP);
    }

    private static void enter(Sheet sheet, QualyticsException failure) {
        switch (failure) {
            case QualyticsException.Forbidden e -> {
                sheet.enter(CREDENTIALS, CREDENTIALS.passed("The token is accepted."));
                sheet.enter(READ, trouble(READ, e));
                sheet.skipRestOf(READ);
            }
            case QualyticsException.Unauthorized e -> {
                sheet.enter(
                        CREDENTIALS,
                        CREDENTIALS.failed("Qualytics answered 401: it does not accept this token.", TOKEN));
                sheet.skipRestOf(CREDENTIALS);
            }
            case QualyticsException.Rejected e -> unlit(sheet, e);
            case QualyticsException.Barred e -> unlit(sheet, e);
            case QualyticsException.Unavailable e -> unlit(sheet, e);
            case QualyticsException.Unintelligible e -> unlit(sheet, e);
        }
    }

    private static void unlit(Sheet sheet, QualyticsException failure) {
        sheet.enter(CREDENTIALS, trouble(CREDENTIALS, failure));
        sheet.skipRestOf(CREDENTIALS);
    }

    private static Check trouble(Line line, QualyticsException failure) {
        var named = Translation.of(failure);
        return line.failed(named.getMessage() + ".", new Remedy(named.remedy(), WhoCanFix.of(named)));
    }
}
