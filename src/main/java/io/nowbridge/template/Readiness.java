package io.nowbridge.template;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Probe;
import io.nowbridge.setup.Probe.Trial;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** Finds out whether a template may run: inspects it, and tries out at the desk whatever it needs there. */
public final class Readiness {

    private final Inspection inspection;
    private final Connections connections;
    private final Probe probe;

    public Readiness(Inspection inspection, Connections connections, Probe probe) {
        this.inspection = inspection;
        this.connections = connections;
        this.probe = probe;
    }

    /** What keeps it from being enabled; empty if nothing does. */
    Uni<List<Obstacle>> obstacles(Template template) {
        return inspection.of(template.form()).flatMap(finding -> {
            var known = finding.hindrances();
            return finding.readable()
                    .map(desk -> missingRights(desk, template)
                            .map(missing -> Stream.concat(known.stream(), missing.stream())
                                    .toList()))
                    .orElseGet(() -> Uni.createFrom().item(known));
        });
    }

    private Uni<List<Obstacle>> missingRights(Connection desk, Template template) {
        return connections
                .credentials(desk.id())
                .flatMap(credentials -> credentials
                        .map(known -> probe.test(
                                new Trial(desk.type(), desk.instance(), known, template.needs(), false),
                                renewed -> connections.refresh(desk, renewed).replaceWithVoid()))
                        .orElseGet(() -> Uni.createFrom().item(List.of()))
                        .map(checks -> checks.stream()
                                .filter(check -> check.verdict() == Verdict.FAILED)
                                .map(Obstacle::of)
                                .toList()));
    }
}
