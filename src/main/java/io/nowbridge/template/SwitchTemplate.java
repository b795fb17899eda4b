package io.nowbridge.template;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.template.TemplateOutcome.ChangedMeanwhile;
import io.nowbridge.template.TemplateOutcome.NoSuchTemplate;
import io.nowbridge.template.TemplateOutcome.NotReady;
import io.nowbridge.template.TemplateOutcome.OtherEnabled;
import io.nowbridge.template.TemplateOutcome.Removed;
import io.nowbridge.template.TemplateOutcome.Saved;
import io.nowbridge.template.TemplateOutcome.StillEnabled;
import io.nowbridge.template.Templates.Enabling;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Enables, disables and removes templates. */
public final class SwitchTemplate {

    private static final String ENABLE = "enable";
    private static final String DISABLE = "disable";

    private final Templates templates;
    private final Readiness readiness;
    private final TemplateLog log;
    private final InstantSource clock;

    public SwitchTemplate(Templates templates, Readiness readiness, TemplateLog log, InstantSource clock) {
        this.templates = templates;
        this.readiness = readiness;
        this.log = log;
        this.clock = clock;
    }

    /** Enables a template that can run, if its revision is still {@code expected}. */
    public Uni<TemplateOutcome> enable(TemplateId id, long expected, Requester by) {
        var began = clock.instant();
        return ifUnchanged(
                id,
                expected,
                template -> template.enabled()
                        ? now(new Saved(template, List.of()))
                        : readiness
                                .obstacles(template)
                                .flatMap(obstacles -> obstacles.isEmpty()
                                        ? enable(template, by, began)
                                        : refuse(template, obstacles, by, began)));
    }

    /** Disables a template, if its revision is still {@code expected}. */
    public Uni<TemplateOutcome> disable(TemplateId id, long expected, Requester by) {
        return ifUnchanged(
                id,
                expected,
                template -> template.enabled() ? disable(template, by) : now(new Saved(template, List.of())));
    }

    /** Forgets a disabled template and all its versions, if its revision is still {@code expected}. */
    public Uni<TemplateOutcome> remove(TemplateId id, long expected, Requester by) {
        return ifUnchanged(
                id, expected, template -> template.enabled() ? now(new StillEnabled()) : remove(template, by));
    }

    Uni<TemplateOutcome> disable(Template template, Requester by) {
        var began = clock.instant();
        var disabled = template.switched(false, new Change(by.subject(), began));
        return templates
                .disable(disabled)
                .flatMap(written -> written
                        ? log.done(DISABLE, disabled, by, began).replaceWith(new Saved(disabled, List.of()))
                        : now(new ChangedMeanwhile()));
    }

    private Uni<TemplateOutcome> ifUnchanged(
            TemplateId id, long expected, Function<Template, Uni<TemplateOutcome>> then) {
        return templates.find(id).flatMap(found -> {
            if (found.isEmpty()) {
                // A removal may have died before it had removed every version.
                return templates.sweep(id).replaceWith(new NoSuchTemplate());
            }
            return found.get().revision() == expected ? then.apply(found.get()) : now(new ChangedMeanwhile());
        });
    }

    private Uni<TemplateOutcome> enable(Template template, Requester by, Instant began) {
        var enabled = template.switched(true, new Change(by.subject(), began));
        return templates.enable(enabled).flatMap(enabling -> switch (enabling) {
            case Enabling.Enabled done ->
                log.done(ENABLE, enabled, by, began).replaceWith(new Saved(enabled, List.of()));
            case Enabling.ChangedMeanwhile changed -> now(new ChangedMeanwhile());
            case Enabling.Taken(var other) ->
                log.failed(ENABLE, template, by, began, List.of(taken(template, other)))
                        .replaceWith(new OtherEnabled(other));
        });
    }

    private Uni<TemplateOutcome> refuse(Template template, List<Obstacle> obstacles, Requester by, Instant began) {
        var failures = obstacles.stream().map(Obstacle::failure).toList();
        return log.failed(ENABLE, template, by, began, failures).replaceWith(new NotReady(obstacles));
    }

    private Uni<TemplateOutcome> remove(Template template, Requester by) {
        var began = clock.instant();
        return templates
                .remove(template)
                .flatMap(removed -> removed
                        ? log.done("remove", template, by, began).replaceWith(new Removed())
                        : now(new ChangedMeanwhile()));
    }

    private static Failure taken(Template template, TemplateId other) {
        return new Failure(
                template.id().value(),
                "The template " + other + " of the same kind is enabled between the same two systems",
                WhoCanFix.CALLER,
                "Disable that one first.");
    }

    private static Uni<TemplateOutcome> now(TemplateOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
