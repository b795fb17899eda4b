package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.Catalogue.Edition;
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
    private final EditionCounts counts;

    CountSelection(Ways ways, Catalogues catalogues, EditionCounts counts) {
        this.ways = ways;
        this.catalogues = catalogues;
        this.counts = counts;
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
        return catalogues
                .of(way.distributor())
                .newest()
                .flatMap(newest -> newest.map(edition -> selection.namesProducts()
                                ? countEach(way, edition, selection)
                                : countKinds(way, edition, selection))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoEdition())));
    }

    private Uni<Outcome> countKinds(Way.Open way, Edition edition, Selection selection) {
        return counts.of(way.distributor(), edition)
                .map(assortment -> new Outcome.Counted(assortment.count(selection), assortment.count()));
    }

    // Whether a product that is named is listed, and what of, only the file says.
    private Uni<Outcome> countEach(Way.Open way, Edition edition, Selection selection) {
        return catalogues
                .of(way.distributor())
                .rows(edition)
                .filter(Row.Listed.class::isInstance)
                .map(row -> ((Row.Listed) row).product())
                .collect()
                .with(Collectors.<Product, Long, Long, Outcome>teeing(
                        Collectors.filtering(selection::chooses, Collectors.counting()),
                        Collectors.counting(),
                        Outcome.Counted::new));
    }
}
