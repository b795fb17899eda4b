package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.Catalogue.Row;
import io.nowbridge.product.ProductWork.Stores;
import io.nowbridge.product.Ways.Way;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows one product: what the catalogue says of it, what the desk has, and what became of it in the last runs. */
public final class ShowProduct {

    private static final int RUNS = 20;

    /** What became of it. */
    public sealed interface Outcome {

        /**
         * What there is.
         *
         * @param listed as the newest edition of the catalogue has it
         * @param heldBack why it would not be created, if it would not
         */
        record Shown(
                Sku sku,
                Optional<Product> listed,
                boolean selected,
                Optional<String> heldBack,
                Optional<Kept> kept,
                List<Told> history)
                implements Outcome {

            public Shown {
                history = List.copyOf(history);
            }
        }

        record NoSuchTemplate() implements Outcome {}

        record NotAProductSync() implements Outcome {}

        /** The catalogue cannot be read, and why. */
        record NotReady(List<Failure> obstacles) implements Outcome {}
    }

    /** What became of it in a run. */
    public record Told(RunId run, Instant at, Run.Task task, Item item) {}

    private final Ways ways;
    private final Catalogues catalogues;
    private final Stores stores;

    ShowProduct(Ways ways, Catalogues catalogues, Stores stores) {
        this.ways = ways;
        this.catalogues = catalogues;
        this.stores = stores;
    }

    public Uni<Outcome> run(TemplateId template, Sku sku) {
        return ways.of(template).flatMap(way -> switch (way) {
            case Way.Open open -> show(open, sku);
            case Way.Closed(var closed, var obstacles) -> Uni.createFrom().item(new Outcome.NotReady(obstacles));
            case Way.NoSuchTemplate none -> Uni.createFrom().item(new Outcome.NoSuchTemplate());
            case Way.NotAProductSync other -> Uni.createFrom().item(new Outcome.NotAProductSync());
        });
    }

    private Uni<Outcome> show(Way.Open way, Sku sku) {
        return Uni.combine()
                .all()
                .unis(
                        listed(way, sku),
                        kept(way.template(), sku),
                        history(way.template().id(), sku))
                .with((listed, kept, history) -> shown(way.template(), sku, listed, kept, history));
    }

    private static Outcome shown(
            Template template, Sku sku, Optional<Product> listed, Optional<Kept> kept, List<Told> history) {
        var selection = Selection.of(template);
        var heldBack = listed.filter(product -> kept.isEmpty())
                .flatMap(product -> HeldBack.of(template).ofNew(product));
        return new Outcome.Shown(sku, listed, listed.filter(selection::chooses).isPresent(), heldBack, kept, history);
    }

    private Uni<Optional<Product>> listed(Way.Open way, Sku sku) {
        var catalogue = catalogues.of(way.distributor());
        return catalogue
                .newest()
                .flatMap(edition -> edition.map(newest -> catalogue
                                .rows(newest)
                                .filter(row -> row instanceof Row.Listed(var product)
                                        && product.sku().equals(sku))
                                .map(row -> ((Row.Listed) row).product())
                                .collect()
                                .last()
                                .map(Optional::ofNullable))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Kept>> kept(Template template, Sku sku) {
        var pairing = new Pairing(template.form().desk(), template.form().distributor());
        return stores.kept()
                .read(pairing, List.of(Block.of(sku)))
                .map(blocks -> blocks.stream()
                        .flatMap(block -> Optional.ofNullable(block.products().get(sku)).stream())
                        .findFirst());
    }

    private Uni<List<Told>> history(TemplateId template, Sku sku) {
        return stores.runs()
                .page(template, new PageRequest(RUNS, Optional.empty()))
                .onItem()
                .transformToMulti(page -> Multi.createFrom().iterable(page.items()))
                .onItem()
                .transformToUniAndConcatenate(run -> stores.chunks()
                        .item(run.id(), run.attempt(), sku)
                        .map(item -> item.map(told -> new Told(run.id(), run.at(), run.task(), told))))
                .onItem()
                .<Told>transformToIterable(told -> told.stream().toList())
                .collect()
                .asList();
    }
}
