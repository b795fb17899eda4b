package io.nowbridge.connector;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.csv.CsvProbe;
import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.connector.probe.VertxReach;
import io.nowbridge.connector.qualytics.QualyticsProbe;
import io.nowbridge.connector.servicenow.probe.ServiceNowProbe;
import io.nowbridge.connector.tdsynnex.TdSynnexProbe;
import io.nowbridge.inbox.Inboxes;
import io.nowbridge.qualytics.QualyticsClients;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Findings;
import io.nowbridge.setup.Probe;
import io.nowbridge.tdsynnex.TdSynnexClients;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Tries a system out as far as this version can speak to it. */
public final class ConnectedProbe implements Probe {

    private static final Line CREDENTIALS = Line.of(Findings.CREDENTIALS);

    private static final Duration LONGEST = Duration.ofSeconds(24);

    private final ServiceNowProbe serviceNow;
    private final QualyticsProbe qualytics;
    private final TdSynnexProbe tdSynnex;
    private final CsvProbe csv;
    private final NetworkChecks network;

    /** Connects to no other address than {@code dial} gives for an instance. */
    public ConnectedProbe(
            Vertx vertx,
            Function<URI, Uni<SocketAddress>> dial,
            ServiceNowClients serviceNow,
            QualyticsClients qualytics,
            TdSynnexClients tdSynnex,
            Inboxes inboxes,
            InstantSource clock,
            RandomGenerator chance) {
        this.network = new NetworkChecks(new VertxReach(vertx, dial));
        this.serviceNow = new ServiceNowProbe(network, serviceNow, clock, chance, LONGEST);
        this.qualytics = new QualyticsProbe(network, qualytics, LONGEST);
        this.tdSynnex = new TdSynnexProbe(network, tdSynnex, inboxes, clock, LONGEST);
        this.csv = new CsvProbe(network, inboxes, clock, LONGEST);
    }

    @Override
    public Uni<List<Check>> test(Trial trial, Function<Authentication, Uni<Void>> keep) {
        return switch (trial.type()) {
            case SERVICENOW -> serviceNow.test(trial, keep);
            case QUALYTICS -> qualytics.test(trial);
            case TDSYNNEX -> tdSynnex.test(trial);
            case CSV -> csv.test(trial);
            case AUTOTASK -> network(trial);
        };
    }

    @Override
    public boolean hasClient(SystemType type) {
        return switch (type) {
            case SERVICENOW, QUALYTICS, TDSYNNEX, CSV -> true;
            case AUTOTASK -> false;
        };
    }

    private Uni<List<Check>> network(Trial trial) {
        var sheet = new Sheet(Stream.concat(NetworkChecks.lines().stream(), Stream.of(CREDENTIALS))
                .toList());
        var work = network.look(sheet, trial.instance(), "/")
                .invoke(answer -> sheet.skipRest("This version of Nowbridge has no client for "
                        + trial.type().title() + "."))
                .replaceWithVoid();
        return sheet.filledBy(work, LONGEST);
    }
}
