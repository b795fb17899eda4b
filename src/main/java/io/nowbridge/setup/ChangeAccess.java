package io.nowbridge.setup;

import io.nowbridge.access.DatastoreAccess;
import io.nowbridge.access.DatastoreAccess.Granted;
import io.nowbridge.access.Requester;
import io.nowbridge.activity.Activity;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which team may do what with a datastore's anomalies. */
public final class ChangeAccess {

    /** The whole of what is to hold from now on; its revision is the one that it changes. */
    public record Command(Requester by, Granted wanted) {}

    /** What became of it. */
    public sealed interface Outcome {

        record Changed(Granted granted) implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }

    private final DatastoreAccess access;
    private final ChangeLog log;
    private final InstantSource clock;

    public ChangeAccess(DatastoreAccess access, ChangeLog log, InstantSource clock) {
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Command command) {
        var began = clock.instant();
        var wanted = command.wanted();
        var changed = new Granted(wanted.datastore(), wanted.teams(), wanted.revision() + 1);
        return access.change(changed)
                .flatMap(done -> done
                        ? logged(changed, command.by(), began).replaceWith(new Outcome.Changed(changed))
                        : Uni.createFrom().item(new Outcome.ChangedMeanwhile()));
    }

    private Uni<Void> logged(Granted changed, Requester by, Instant began) {
        return log.done(
                "access",
                Activity.ALL,
                by,
                began,
                Map.of(
                        "datastore", changed.datastore(),
                        "teams", teams(changed),
                        "revision", Long.toString(changed.revision())));
    }

    private static String teams(Granted granted) {
        return granted.teams().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(team -> team.getKey() + "=" + team.getValue().label())
                .collect(Collectors.joining(", "));
    }
}
