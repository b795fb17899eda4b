package io.nowbridge.template;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.setup.ChangeLog;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes what people changed about templates into the Sync Activity Log, under the template's desk. */
public final class TemplateLog {

    private final ChangeLog log;

    /** Names each entry by {@code ids}, which never gives the same twice. */
    public TemplateLog(ActivityLog log, InstantSource clock, Supplier<String> ids) {
        this.log = new ChangeLog(log, clock, ids, Operation.TEMPLATE_CHANGE, "templates");
    }

    /** Somebody did {@code action}, such as {@code enable}. */
    Uni<Void> done(String action, Template template, Requester by, Instant began) {
        return log.done(action, template.form().desk(), by, began, subjects(template));
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
        return log.failed(action, template.form().desk(), by, began, subjects(template), failures);
    }

    private static Map<String, String> subjects(Template template) {
        var form = template.form();
        return Map.of(
                "template", template.id().value(),
                "name", form.name(),
                "kind", form.kind().title(),
                "distributor", form.distributor().value(),
                "revision", Long.toString(template.revision()));
    }
}
