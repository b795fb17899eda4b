package io.nowbridge.template;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.template.Inspection.Finding;
import io.nowbridge.template.TemplateOutcome.ChangedMeanwhile;
import io.nowbridge.template.TemplateOutcome.NotReady;
import io.nowbridge.template.TemplateOutcome.Saved;
import io.nowbridge.template.TemplateOutcome.Unfit;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Writes down what people say about a template, once it fits the systems that it joins. */
public final class SaveTemplate {

    private static final String EDIT = "edit";

    private final Templates templates;
    private final Current current;
    private final Inspection inspection;
    private final Readiness readiness;
    private final TemplateLog log;
    private final TemplateIds ids;
    private final InstantSource clock;

    public SaveTemplate(
            Templates templates,
            Inspection inspection,
            Readiness readiness,
            TemplateLog log,
            TemplateIds ids,
            InstantSource clock) {
        this.templates = templates;
        this.current = new Current(templates);
        this.inspection = inspection;
        this.readiness = readiness;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a new template, disabled. */
    public Uni<TemplateOutcome> create(TemplateForm form, Requester by) {
        var began = clock.instant();
        var change = new Change(by.subject(), began);
        return inspection.of(form).flatMap(finding -> {
            if (!finding.misfits().isEmpty()) {
                return now(new Unfit(finding.misfits()));
            }
            var template = new Template(ids.next(), finding.form(), false, change, change, 1);
            return templates
                    .add(template)
                    .call(() -> log.done("create", template, by, began))
                    .replaceWith(new Saved(template, finding.obstacles()));
        });
    }

    /** Replaces all that is said about a template, if its revision is still {@code expected}. */
    public Uni<TemplateOutcome> replace(TemplateId id, long expected, TemplateForm form, Requester by) {
        return current.of(
                id,
                expected,
                template -> template.form().hasTheTaskOf(form)
                        ? replace(template, form, by)
                        : now(new Unfit(List.of(new Misfit(
                                "kind",
                                "kind, deskId and distributorId stay as they are: create another template instead")))));
    }

    private Uni<TemplateOutcome> replace(Template template, TemplateForm form, Requester by) {
        var began = clock.instant();
        var look = template.enabled() ? readiness.of(form) : inspection.of(form);
        return look.flatMap(finding -> replace(template, finding, by, began));
    }

    private Uni<TemplateOutcome> replace(Template template, Finding finding, Requester by, Instant began) {
        if (!finding.misfits().isEmpty()) {
            return now(new Unfit(finding.misfits()));
        }
        var obstacles = finding.obstacles();
        // What runs stays fit to run: whoever wants to leave it half done disables it first.
        return template.enabled() && !obstacles.isEmpty()
                ? log.hindered(EDIT, template, by, began, obstacles).replaceWith(new NotReady(obstacles))
                : write(template.replaced(finding.form(), new Change(by.subject(), began)), obstacles, by, began);
    }

    private Uni<TemplateOutcome> write(Template changed, List<Obstacle> obstacles, Requester by, Instant began) {
        return templates
                .change(changed)
                .flatMap(written -> written
                        ? log.done(EDIT, changed, by, began).replaceWith(new Saved(changed, obstacles))
                        : now(new ChangedMeanwhile()));
    }

    private static Uni<TemplateOutcome> now(TemplateOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
