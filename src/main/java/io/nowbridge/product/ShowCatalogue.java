package io.nowbridge.product;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.Catalogue.Edition;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Shows what there is in the newest edition of a distributor's catalogue to select from. */
public final class ShowCatalogue {

    /** What became of it. */
    public sealed interface Outcome {

        record Shown(Contents contents) implements Outcome {}

        /** None has arrived yet. */
        record NoEdition() implements Outcome {}

        /** There is no such connection to a distributor that is open. */
        record NoSuchCatalogue() implements Outcome {}
    }

    /**
     * What there is.
     *
     * @param categories the widest ones; the ten thousand most frequent of all, wide and narrow
     * @param manufacturers the ten thousand most frequent, in the order of their names
     */
    public record Contents(
            Edition edition,
            long products,
            List<Category> categories,
            List<Manufacturer> manufacturers,
            Map<Product.Status, Long> statuses) {

        public Contents {
            categories = List.copyOf(categories);
            manufacturers = List.copyOf(manufacturers);
            statuses = Map.copyOf(statuses);
        }
    }

    /** Those whose category code begins with {@code code}. */
    public record Category(String code, long products, List<Category> children) {

        public Category {
            children = List.copyOf(children);
        }
    }

    /** By its name as a selection takes it. */
    public record Manufacturer(String name, long products) {}

    private final Connections connections;
    private final Catalogues catalogues;
    private final EditionCounts counts;

    ShowCatalogue(Connections connections, Catalogues catalogues, EditionCounts counts) {
        this.connections = connections;
        this.catalogues = catalogues;
        this.counts = counts;
    }

    public Uni<Outcome> run(ConnectionId distributor) {
        return connections
                .find(distributor)
                .flatMap(found -> found.filter(ShowCatalogue::hasCatalogue)
                        .map(this::show)
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchCatalogue())));
    }

    private static boolean hasCatalogue(Connection connection) {
        return connection.type().kind() == Kind.DISTRIBUTOR && connection.isOpen();
    }

    private Uni<Outcome> show(Connection distributor) {
        return catalogues
                .of(distributor)
                .newest()
                .flatMap(newest -> newest.map(edition -> show(distributor, edition))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoEdition())));
    }

    private Uni<Outcome> show(Connection distributor, Edition edition) {
        return counts.of(distributor, edition)
                .map(assortment -> new Outcome.Shown(CatalogueCounts.of(edition, assortment)));
    }
}
