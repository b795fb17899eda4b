package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Renews the credentials of a connection, or gives it some again: everything else stays. The old ones serve until the new
 * ones have been seen to work.
 */
public final class Reconnect {

    /** The new credentials; {@code instanceUrl} only repeats which instance is meant. */
    public record Command(
            Requester by,
            ConnectionId id,
            long revision,
            Map<String, String> authentication,
            Optional<String> instanceUrl) {}

    private final Connections connections;
    private final Current current;
    private final Addresses addresses;
    private final Texts texts;
    private final Trials trials;
    private final Flows flows;
    private final ChangeLog log;
    private final InstantSource clock;

    public Reconnect(
            Connections connections,
            Addresses addresses,
            Texts texts,
            Trials trials,
            Flows flows,
            ChangeLog log,
            InstantSource clock) {
        this.connections = connections;
        this.current = new Current(connections);
        this.addresses = addresses;
        this.texts = texts;
        this.trials = trials;
        this.flows = flows;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Command command) {
        return current.of(command.id(), command.revision(), connection -> reconnect(command, connection));
    }

    private Uni<Outcome> reconnect(Command command, Connection connection) {
        var entered = new Entered(connection.type(), addresses, texts);
        command.instanceUrl().ifPresent(url -> entered.sameInstance(url, connection.instance()));
        var authentication = entered.authentication(command.authentication());
        return authentication.isEmpty() || !entered.flaws().isEmpty()
                ? Uni.createFrom().item(new Outcome.Unfit(entered.flaws()))
                : tryOut(command, connection, authentication.get());
    }

    private Uni<Outcome> tryOut(Command command, Connection connection, Authentication authentication) {
        var began = clock.instant();
        return trials.ofNew(connection, authentication)
                .flatMap(tried -> tried.findings().letIn()
                        ? rotate(command, connection, tried, began)
                        : log.failed(
                                        "reconnect",
                                        connection.id(),
                                        command.by(),
                                        began,
                                        Map.of(),
                                        tried.findings().failures())
                                .replaceWith(new Outcome.NotLetIn(tried.findings())));
    }

    private Uni<Outcome> rotate(Command command, Connection connection, Trials.Tried tried, Instant began) {
        var now = clock.instant();
        var scheme = tried.credentials().scheme();
        var changed = connection
                .changed(new Change(command.by().subject(), now))
                .with(Optional.of(new CredentialsInfo(scheme, now)))
                .found(tried.findings().health(now));
        return withoutLeftovers(command, connection)
                .chain(() -> connections.rotate(changed, tried.credentials()))
                .flatMap(done -> done
                        ? log.done("reconnect", connection.id(), command.by(), began, Map.of("scheme", scheme))
                                .replaceWith(new Outcome.Reconnected(changed, tried.findings()))
                        : Uni.createFrom().item(new Outcome.ChangedMeanwhile()));
    }

    // Disconnecting may have died before it had disabled every template: none is to run again by itself.
    private Uni<Integer> withoutLeftovers(Command command, Connection connection) {
        return connection.credentials().isPresent()
                ? Uni.createFrom().item(0)
                : flows.disable(connection.id(), command.by());
    }
}
