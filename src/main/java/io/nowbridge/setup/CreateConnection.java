package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Health;
import io.nowbridge.connection.SystemType;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Connects a system: tries the credentials first, and keeps nothing that does not let us in. */
public final class CreateConnection {

    /** What an administrator filled in; {@code authentication} has the scheme as {@code type} beside its values. */
    public record Command(
            Requester by,
            SystemType type,
            String name,
            String instanceUrl,
            Map<String, String> authentication,
            Map<String, String> settings) {}

    private record Form(
            Requester by,
            SystemType type,
            String name,
            URI instance,
            Authentication authentication,
            SortedMap<String, String> settings) {}

    private final Connections connections;
    private final Addresses addresses;
    private final Texts texts;
    private final Trials trials;
    private final ChangeLog log;
    private final ConnectionIds ids;
    private final InstantSource clock;

    public CreateConnection(
            Connections connections,
            Addresses addresses,
            Texts texts,
            Trials trials,
            ChangeLog log,
            ConnectionIds ids,
            InstantSource clock) {
        this.connections = connections;
        this.addresses = addresses;
        this.texts = texts;
        this.trials = trials;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Outcome> run(Command command) {
        var entered = new Entered(command.type(), addresses, texts);
        var instance = entered.instance(command.instanceUrl());
        var authentication = entered.authentication(command.authentication());
        var settings = entered.settings(command.settings());
        if (instance.isEmpty() || authentication.isEmpty() || !entered.flaws().isEmpty()) {
            return Uni.createFrom().item(new Outcome.Unfit(entered.flaws()));
        }
        return run(
                new Form(command.by(), command.type(), command.name(), instance.get(), authentication.get(), settings));
    }

    private Uni<Outcome> run(Form form) {
        return connections
                .all()
                .flatMap(all -> refusal(form, all)
                        .map(refusal -> Uni.createFrom().item(refusal))
                        .orElseGet(() -> connect(form)));
    }

    private static Optional<Outcome> refusal(Form form, List<Connection> all) {
        return abandoned(form, all)
                .<Outcome>map(before -> new Outcome.KnownInstance(before.id()))
                .or(() ->
                        Sources.flaw(form.type(), form.settings(), all).map(flaw -> new Outcome.Unfit(List.of(flaw))));
    }

    // Whoever connects an instance beside an open connection to it means a second one.
    private static Optional<Connection> abandoned(Form form, List<Connection> all) {
        var same = all.stream()
                .filter(other -> other.type() == form.type() && other.instance().equals(form.instance()))
                .toList();
        return same.stream().allMatch(other -> other.credentials().isEmpty())
                ? same.stream().findFirst()
                : Optional.empty();
    }

    private Uni<Outcome> connect(Form form) {
        var began = clock.instant();
        var connection = connection(form, new Health.Unproven("It is being tested"));
        return trials.ofNew(connection, form.authentication()).flatMap(tried -> {
            var findings = tried.findings();
            if (!findings.letIn()) {
                return log.failed("connect", connection.id(), form.by(), began, Map.of(), findings.failures())
                        .replaceWith(new Outcome.NotLetIn(findings));
            }
            var tested = connection.found(findings.health(clock.instant()));
            return connections
                    .add(tested, tried.credentials())
                    .call(() -> log.done(
                            "connect",
                            tested.id(),
                            form.by(),
                            began,
                            Map.of(
                                    "type",
                                    form.type().label(),
                                    "instance",
                                    form.instance().toString())))
                    .replaceWith(new Outcome.Created(tested, findings));
        });
    }

    private Connection connection(Form form, Health health) {
        var change = new Change(form.by().subject(), clock.instant());
        return new Connection(
                ids.next(),
                form.type(),
                form.name(),
                form.instance(),
                Optional.of(new CredentialsInfo(form.authentication().scheme(), change.at())),
                form.settings(),
                true,
                health,
                change,
                change,
                1);
    }
}
