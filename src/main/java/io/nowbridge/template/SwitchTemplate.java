package io.nowbridge.template;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.template.Inspection.Finding;
import io.nowbridge.template.TemplateOutcome.ChangedMeanwhile;
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

/** Enables, disables and removes templates. */
public final class SwitchTemplate {

    private static final String ENABLE = "enable";

    private final Templates templates;
    private final Current current;
    private final Readiness readiness;
    private final TemplateLog log;
    private final InstantSource clock;

    public SwitchTemplate(Templates templates, Readiness readiness, TemplateLog log, InstantSource clock) {
        this.templates = templates;
        this.current = new Current(templates);
        this.readiness = readiness;
        this.log = log;
        this.clock = clock;
    }

    /** Enables a template that can run, if its revision is still {@code expected}. */
    public Uni<TemplateOutcome> enable(TemplateId id, long expected, Requester by) {
        return current.of(
                id,
                expected,
                template -> template.enabled() ? now(new Saved(template, List.of())) : enableIfReady(template, by));
    }

    /** Disables a template, if its revision is still {@code expected}. */
    public Uni<TemplateOutcome> disable(TemplateId id, long expected, Requester by) {
        return current.of(
                id,
                expected,
                template -> template.enabled() ? disable(template, by) : now(new Saved(template, List.of())));
    }

    /** Forgets a disabled template and all its versions, if its revision is still {@code expected}. */
    public Uni<TemplateOutcome> remove(TemplateId id, long expected, Requester by) {
        return current.of(
                id, expected, template -> template.enabled() ? now(new StillEnabled()) : remove(template, by));
    }

    Uni<TemplateOutcome> disable(Template template, Requester by) {
        var began = clock.instant();
        var disabled = template.switched(false, new Change(by.subject(), began));
        return templates
                .disable(disabled)
                .flatMap(written -> written
                        ? log.done("disable", disabled, by, began).replaceWith(new Saved(disabled, List.of()))
                        : now(new ChangedMeanwhile()));
    }

    private Uni<TemplateOutcome> enableIfReady(Template template, Requester by) {
        var began = clock.instant();
        return readiness
                .of(template.form())
                .map(Finding::hindrances)
                .flatMap(obstacles -> obstacles.isEmpty()
                        ? enable(template, by, began)
                        : log.hindered(ENABLE, template, by, began, obstacles).replaceWith(new NotReady(obstacles)));
    }

    private Uni<TemplateOutcome> enable(Template template, Requester by, Instant began) {
        var enabled = template.switched(true, new Change(by.subject(), began));
        return templates.enable(enabled).flatMap(enabling -> switch (enabling) {
            case Enabling.Enabled done ->
                log.done(ENABLE, enabled, by, began).chain(() -> disableIfClosed(enabled, by));
            case Enabling.ChangedMeanwhile changed -> now(new ChangedMeanwhile());
            case Enabling.Taken(var other) ->
                log.failed(ENABLE, template, by, began, List.of(taken(template, other)))
                        .replaceWith(new OtherEnabled(other));
        });
    }

    // A disconnection that listed the enabled templates a moment ago has not seen this one.
    private Uni<TemplateOutcome> disableIfClosed(Template enabled, Requester by) {
        return readiness
                .closed(enabled.form())
                .flatMap(closed -> closed.isEmpty()
                        ? now(new Saved(enabled, List.of()))
                        : disable(enabled, by).replaceWith(new NotReady(closed)));
    }

    // Once the log says so, the versions may take their time: whoever asks again sweeps up the rest.
    private Uni<TemplateOutcome> remove(Template template, Requester by) {
        var began = clock.instant();
        return templates
                .remove(template)
                .flatMap(removed -> removed
                        ? log.done("remove", template, by, began)
                                .chain(() -> templates.sweep(template.id()))
                                .replaceWith(new Removed())
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
