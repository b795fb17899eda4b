package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.Ways.Way;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts how many products of the newest edition of a catalogue a selection chooses. */
public final class CountSelection {

    /** What became of it. */
    public sealed interface Outcome {

        record Counted(long selected, long of) implements Outcome {}

        /** No edition has arrived yet. */
        record NoEdition() implements Outcome {}

        record NoSuchTemplate() implements Outcome {}

        record NotAProductSync() implements Outcome {}

        /** The catalogue cannot be read, and why. */
        record NotReady(List<Failure> obstacles) implements Outcome {}
    }

    private final Ways ways;
    private final Catalogues catalogues;

    CountSelection(Ways ways, Catalogues catalogues) {
        this.ways = ways;
        this.catalogues = catalogues;
    }

    /** Of the template's own selection. */
    public Uni<Outcome> run(TemplateId template) {
        return run(template, Map.of());
    }

    /** Of the template's selection with other {@code options}; fails with an {@link IllegalArgumentException} on wrong ones. */
    public Uni<Outcome> run(TemplateId template, Map<String, String> options) {
        return ways.of(template).flatMap(way -> switch (way) {
            case Way.Open open -> count(open, options);
            case Way.Closed(var closed, var obstacles) -> Uni.createFrom().item(new Outcome.NotReady(obstacles));
            case Way.NoSuchTemplate none -> Uni.createFrom().item(new Outcome.NoSuchTemplate());
            case Way.NotAProductSync other -> Uni.createFrom().item(new Outcome.NotAProductSync());
        });
    }

    private Uni<Outcome> count(Way.Open way, Map<String, String> options) {
        var selection = Selection.of(way.template().form().options(), options);
        var catalogue = catalogues.of(way.distributor());
        return catalogue
                .newest()
                .flatMap(newest -> newest.map(edition -> catalogue
                                .rows(edition)
                                .filter(Row.Listed.class::isInstance)
                                .map(row -> ((Row.Listed) row).product())
                                .collect()
                                .with(Collectors.<Product, Long, Long, Outcome>teeing(
                                        Collectors.filtering(selection::chooses, Collectors.counting()),
                                        Collectors.counting(),
                                        Outcome.Counted::new)))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoEdition())));
    }
}
