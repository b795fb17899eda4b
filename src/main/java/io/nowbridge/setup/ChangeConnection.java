package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renames a connection, changes its settings, or switches it off and on. */
public final class ChangeConnection {

    /** What is to change; what is empty stays. */
    public record Command(
            Requester by,
            ConnectionId id,
            long revision,
            Optional<String> name,
            Optional<String> instanceUrl,
            Optional<Map<String, String>> settings,
            Optional<Boolean> enabled) {}

    private final Connections connections;
    private final Current current;
    private final Addresses addresses;
    private final Texts texts;
    private final ChangeLog log;
    private final InstantSource clock;

    public ChangeConnection(
            Connections connections, Addresses addresses, Texts texts, ChangeLog log, InstantSource clock) {
        this.connections = connections;
        this.current = new Current(connections);
        this.addresses = addresses;
        this.texts = texts;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Command command) {
        return current.of(command.id(), command.revision(), connection -> change(command, connection));
    }

    private Uni<Outcome> change(Command command, Connection connection) {
        var entered = new Entered(connection.type(), addresses, texts);
        command.instanceUrl().ifPresent(url -> entered.sameInstance(url, connection.instance()));
        var settings = command.settings().map(entered::settings);
        if (!entered.flaws().isEmpty()) {
            return Uni.createFrom().item(new Outcome.Unfit(entered.flaws()));
        }
        var began = clock.instant();
        var changed = connection
                .changed(new Change(command.by().subject(), began))
                .with(
                        command.name().orElse(connection.name()),
                        settings.orElse(connection.settings()),
                        command.enabled().orElse(connection.enabled()));
        return sourceTaken(changed)
                .flatMap(flaw -> flaw.<Uni<Outcome>>map(
                                taken -> Uni.createFrom().item(new Outcome.Unfit(List.of(taken))))
                        .orElseGet(() -> change(command, connection, changed, began)));
    }

    private Uni<Optional<Flaw>> sourceTaken(Connection changed) {
        return connections
                .all()
                .map(all -> Sources.flaw(
                        changed.type(),
                        changed.settings(),
                        all.stream()
                                .filter(other -> !other.id().equals(changed.id()))
                                .toList()));
    }

    private Uni<Outcome> change(Command command, Connection connection, Connection changed, Instant began) {
        return connections
                .change(changed)
                .flatMap(done -> done
                        ? logged(command, connection, changed, began)
                        : Uni.createFrom().item(new Outcome.ChangedMeanwhile()));
    }

    private Uni<Outcome> logged(Command command, Connection before, Connection changed, Instant began) {
        return log.done("change", changed.id(), command.by(), began, differences(before, changed))
                .replaceWith(new Outcome.Changed(changed));
    }

    private static Map<String, String> differences(Connection before, Connection after) {
        var differences = new HashMap<String, String>();
        if (!before.name().equals(after.name())) {
            differences.put("name", before.name() + " -> " + after.name());
        }
        if (!before.settings().equals(after.settings())) {
            differences.put("settings", before.settings() + " -> " + after.settings());
        }
        if (before.enabled() != after.enabled()) {
            differences.put("enabled", before.enabled() + " -> " + after.enabled());
        }
        return differences;
    }
}
