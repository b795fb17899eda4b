package io.nowbridge.template;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.setup.Check.Verdict;
import io.nowbridge.setup.Probe;
import io.nowbridge.setup.Probe.Trial;
import io.nowbridge.template.Inspection.Finding;
import io.smallrye.mutiny.Uni;
import java.util.List;

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

    // Both at once: one after the other, they may take longer than a request lasts.
    Uni<Finding> of(TemplateForm form) {
        return Uni.combine()
                .all()
                .unis(inspection.of(form), missingRights(form))
                .with(Finding::and);
    }

    /** The connections that nothing flows over. */
    Uni<List<Obstacle>> closed(TemplateForm form) {
        return inspection.closed(form);
    }

    private Uni<List<Obstacle>> missingRights(TemplateForm form) {
        return connections
                .find(form.desk())
                .flatMap(found -> found.filter(Connection::isOpen)
                        .map(desk -> missingRights(desk, form.completedFor(desk.type())))
                        .orElseGet(Readiness::none));
    }

    private Uni<List<Obstacle>> missingRights(Connection desk, TemplateForm form) {
        return connections
                .credentials(desk)
                .flatMap(found -> found.map(credentials -> new Trial(desk, credentials, form.needs(), false))
                        .map(trial -> missingRights(desk, trial))
                        .orElseGet(Readiness::none));
    }

    private Uni<List<Obstacle>> missingRights(Connection desk, Trial trial) {
        return probe.test(trial, renewed -> connections.refresh(desk, renewed).replaceWithVoid())
                .map(checks -> checks.stream()
                        .filter(check -> check.verdict() == Verdict.FAILED)
                        .map(Obstacle::of)
                        .toList());
    }

    private static Uni<List<Obstacle>> none() {
        return Uni.createFrom().item(List.of());
    }
}
