package io.nowbridge.template;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a template was before; of one that was removed, nothing is shown, even while its versions are being deleted. */
public final class TemplateHistory {

    private final Templates templates;

    public TemplateHistory(Templates templates) {
        this.templates = templates;
    }

    /** Its versions, newest first; empty if there is no such template. */
    public Uni<Optional<Page<Template>>> versions(TemplateId id, PageRequest request) {
        return ifThere(id, () -> templates.versions(id, request).map(Optional::of));
    }

    /** Empty if it never had the revision. */
    public Uni<Optional<Template>> version(TemplateId id, long revision) {
        return ifThere(id, () -> templates.version(id, revision));
    }

    /** What changed from one revision to another; empty if it never had one of them. */
    public Uni<Optional<List<Difference>>> differences(TemplateId id, long from, long to) {
        return ifThere(
                id,
                () -> Uni.combine()
                        .all()
                        .unis(templates.version(id, from), templates.version(id, to))
                        .with((before, after) ->
                                before.flatMap(first -> after.map(second -> Difference.between(first, second)))));
    }

    private <T> Uni<Optional<T>> ifThere(TemplateId id, Supplier<Uni<Optional<T>>> read) {
        return templates
                .find(id)
                .flatMap(found ->
                        found.isPresent() ? read.get() : Uni.createFrom().item(Optional.empty()));
    }
}
