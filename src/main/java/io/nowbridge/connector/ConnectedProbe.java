package io.nowbridge.connector;

import io.nowbridge.connector.probe.NetworkChecks;
import io.nowbridge.connector.probe.Sheet;
import io.nowbridge.connector.probe.Sheet.Line;
import io.nowbridge.connector.servicenow.ServiceNowProbe;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Probe;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** Tries a system out as far as this version can speak to it. */
public final class ConnectedProbe implements Probe {

    private static final Line CREDENTIALS = Line.of("credentials");

    private final ServiceNowProbe serviceNow;
    private final NetworkChecks network;

    public ConnectedProbe(ServiceNowProbe serviceNow, NetworkChecks network) {
        this.serviceNow = serviceNow;
        this.network = network;
    }

    @Override
    public Uni<List<Check>> test(Trial trial) {
        return switch (trial.type()) {
            case SERVICENOW -> serviceNow.test(trial);
            case AUTOTASK, QUALYTICS, TDSYNNEX -> network(trial);
        };
    }

    private Uni<List<Check>> network(Trial trial) {
        var sheet = new Sheet(Stream.concat(NetworkChecks.lines().stream(), Stream.of(CREDENTIALS))
                .toList());
        return network.look(sheet, trial.instance(), "/").map(answer -> {
            sheet.skipRest("This version of Nowbridge has no client for "
                    + trial.type().title() + ".");
            return sheet.checks();
        });
    }
}
