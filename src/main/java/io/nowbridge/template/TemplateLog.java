package io.nowbridge.template;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes what people changed about templates into the Sync Activity Log. */
public final class TemplateLog {

    private final ActivityLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /** Names each entry by {@code ids}, which never gives the same twice. */
    public TemplateLog(ActivityLog log, InstantSource clock, Supplier<String> ids) {
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    /** Somebody did {@code action}, such as {@code enable}. */
    Uni<Void> done(String action, Template template, Requester by, Instant began) {
        return record(action, template, by, began, Result.SUCCESS, List.of());
    }

    /** Somebody wanted to do it, and these were in the way. */
    Uni<Void> hindered(String action, Template template, Requester by, Instant began, List<Obstacle> obstacles) {
        return failed(
                action,
                template,
                by,
                began,
                obstacles.stream().map(Obstacle::failure).toList());
    }

    Uni<Void> failed(String action, Template template, Requester by, Instant began, List<Failure> failures) {
        return record(action, template, by, began, Result.FAILED, failures);
    }

    private Uni<Void> record(
            String action, Template template, Requester by, Instant began, Result result, List<Failure> failures) {
        var form = template.form();
        return log.record(new Activity(
                ids.get(),
                began,
                Duration.between(began, clock.instant()),
                Operation.TEMPLATE_CHANGE,
                "templates",
                form.desk(),
                by.subject(),
                result,
                Map.of(
                        "action", action,
                        "template", template.id().value(),
                        "name", form.name(),
                        "kind", form.kind().title(),
                        "distributor", form.distributor().value(),
                        "revision", Long.toString(template.revision())),
                failures));
    }
}
