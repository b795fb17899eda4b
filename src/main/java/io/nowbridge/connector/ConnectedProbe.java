package io.nowbridge.connector;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.SystemType;
import io.nowbridge.connector.servicenow.ServiceNowCredentials;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.Findings;
import io.nowbridge.setup.Probe;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Tries connected systems out. */
public final class ConnectedProbe implements Probe {

    private final ServiceNowClients serviceNow;

    public ConnectedProbe(ServiceNowClients serviceNow) {
        this.serviceNow = serviceNow;
    }

    @Override
    public Uni<List<Check>> test(Trial trial) {
        if (trial.type() != SystemType.SERVICENOW) {
            return Uni.createFrom()
                    .item(List.of(Check.skipped(Findings.CREDENTIALS, "", "This version has no client for it")));
        }
        return serviceNow
                .connect(trial.instance(), ServiceNowCredentials.of(trial.authentication()))
                .incidents()
                .visible()
                .map(visible -> Check.passed(Findings.CREDENTIALS, "", "Accepted"))
                .onFailure(ServiceNowException.class)
                .recoverWithItem(failure -> Check.failed(
                        Findings.CREDENTIALS,
                        "",
                        String.valueOf(failure.getMessage()),
                        "Check them.",
                        WhoCanFix.ADMINISTRATOR))
                .map(List::of);
    }
}
