package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Activity;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Defaults;
import io.nowbridge.connection.Kind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which connection serves when nobody names one. */
public final class ChangeDefaults {

    /** The whole of what is to hold from now on; its revision is the one that it changes. */
    public record Command(Requester by, Defaults wanted) {}

    /** What became of it. */
    public sealed interface Outcome {

        record Changed(Defaults defaults) implements Outcome {}

        /** Some of it names no connection that could serve; nothing was changed. */
        record Unfit(List<Flaw> flaws) implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }

    private static final int CONCURRENCY = 4;

    private record Wanted(String field, ConnectionId id, Kind kind) {}

    private final Connections connections;
    private final ChangeLog log;
    private final InstantSource clock;

    public ChangeDefaults(Connections connections, ChangeLog log, InstantSource clock) {
        this.connections = connections;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Command command) {
        var began = clock.instant();
        return Multi.createFrom()
                .items(wanted(command.wanted()))
                .onItem()
                .transformToUni(this::check)
                .merge(CONCURRENCY)
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList())
                .flatMap(found -> found.isEmpty()
                        ? change(command, began)
                        : Uni.createFrom().item(new Outcome.Unfit(found)));
    }

    private static Stream<Wanted> wanted(Defaults defaults) {
        return Stream.concat(
                defaults.byPurpose().entrySet().stream()
                        .map(entry -> new Wanted(
                                "purposes." + entry.getKey().label(),
                                entry.getValue(),
                                entry.getKey().kind())),
                defaults.byDatastore().entrySet().stream()
                        .map(entry -> new Wanted("datastores." + entry.getKey(), entry.getValue(), Kind.DESK)));
    }

    private Uni<Optional<Flaw>> check(Wanted wanted) {
        return connections
                .find(wanted.id())
                .map(found -> flaw(wanted, found).map(message -> new Flaw(wanted.field(), message)));
    }

    private static Optional<String> flaw(Wanted wanted, Optional<Connection> found) {
        if (found.isEmpty()) {
            return Optional.of("names no connection");
        }
        var kind = found.get().type().kind();
        return kind == wanted.kind()
                ? Optional.empty()
                : Optional.of("names a connection of the kind " + kind.label() + ", but takes a "
                        + wanted.kind().label());
    }

    private Uni<Outcome> change(Command command, Instant began) {
        var wanted = command.wanted();
        var changed = new Defaults(wanted.byPurpose(), wanted.byDatastore(), wanted.revision() + 1);
        return connections
                .change(changed)
                .flatMap(done -> done
                        ? log.done("defaults", Activity.ALL, command.by(), began, subjects(changed))
                                .replaceWith(new Outcome.Changed(changed))
                        : Uni.createFrom().item(new Outcome.ChangedMeanwhile()));
    }

    private static Map<String, String> subjects(Defaults defaults) {
        return Map.of(
                "purposes", defaults.byPurpose().toString(),
                "datastores", Integer.toString(defaults.byDatastore().size()));
    }
}
