package io.nowbridge.template;

import io.nowbridge.template.TemplateOutcome.ChangedMeanwhile;
import io.nowbridge.template.TemplateOutcome.NoSuchTemplate;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** The template that a change is about, as it is now. */
final class Current {

    private final Templates templates;

    Current(Templates templates) {
        this.templates = templates;
    }

    /** Only while it is what whoever changes it has read: at {@code revision}. */
    Uni<TemplateOutcome> of(TemplateId id, long revision, Function<Template, Uni<TemplateOutcome>> change) {
        return templates
                .find(id)
                .flatMap(found -> found.map(template -> template.revision() == revision
                                ? change.apply(template)
                                : Uni.createFrom().<TemplateOutcome>item(new ChangedMeanwhile()))
                        // A removal may have died before it had swept every version.
                        .orElseGet(() -> templates.sweep(id).replaceWith(new NoSuchTemplate())));
    }
}
