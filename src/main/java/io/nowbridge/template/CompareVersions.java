package io.nowbridge.template;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Says what changed between two versions of a template. */
public final class CompareVersions {

    private final Templates templates;

    public CompareVersions(Templates templates) {
        this.templates = templates;
    }

    /** Empty if either version never was. */
    public Uni<Optional<List<Difference>>> run(TemplateId id, long from, long to) {
        return Uni.combine()
                .all()
                .unis(templates.version(id, from), templates.version(id, to))
                .asTuple()
                .map(versions -> versions.getItem1()
                        .flatMap(before -> versions.getItem2().map(after -> Difference.between(before, after))));
    }
}
