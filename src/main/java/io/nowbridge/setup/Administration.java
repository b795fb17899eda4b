package io.nowbridge.setup;

import io.nowbridge.connection.Connections;
import java.time.InstantSource;

/** All that can be done with connections. */
public record Administration(
        CreateConnection create,
        ChangeConnection change,
        TestConnection test,
        Reconnect reconnect,
        Disconnect disconnect,
        RemoveConnection remove,
        ChangeDefaults changeDefaults,
        RewrapCredentials rewrap) {

    /** What it takes. */
    public record Parts(
            Connections connections,
            ConnectionIds ids,
            Addresses addresses,
            Texts texts,
            Probe probe,
            Needs needs,
            Flows flows,
            History history,
            ChangeLog log,
            InstantSource clock) {}

    public static Administration of(Parts parts) {
        var connections = parts.connections();
        var addresses = parts.addresses();
        var texts = parts.texts();
        var trials = new Trials(connections, parts.probe(), parts.needs());
        var log = parts.log();
        var clock = parts.clock();
        return new Administration(
                new CreateConnection(connections, addresses, texts, trials, log, parts.ids(), clock),
                new ChangeConnection(connections, addresses, texts, log, clock),
                new TestConnection(connections, trials, log, clock),
                new Reconnect(connections, addresses, texts, trials, parts.flows(), log, clock),
                new Disconnect(connections, parts.flows(), log, clock),
                new RemoveConnection(connections, parts.history(), parts.flows(), log, clock),
                new ChangeDefaults(connections, log, clock),
                new RewrapCredentials(connections, log, clock));
    }
}
