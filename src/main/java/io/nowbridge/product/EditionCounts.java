package io.nowbridge.product;

import io.nowbridge.connection.Connection;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.Catalogue.Edition;
import io.smallrye.mutiny.Uni;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Knows what editions of catalogues consist of: whoever reads a whole file counts it, and keeps that for everybody else. */
final class EditionCounts {

    private static final Logger LOG = System.getLogger(EditionCounts.class.getName());

    // Some 2 MB once they are compressed. A catalogue with more of them is read again whenever somebody asks.
    private static final int MOST_KINDS = 50_000;

    private final Catalogues catalogues;
    private final Assortments assortments;

    EditionCounts(Catalogues catalogues, Assortments assortments) {
        this.catalogues = catalogues;
        this.assortments = assortments;
    }

    /** What an edition consists of; it is read for that if nobody has counted it yet. */
    Uni<Assortment> of(Connection distributor, Edition edition) {
        return assortments
                .find(distributor, edition)
                .flatMap(kept -> kept.map(assortment -> Uni.createFrom().item(assortment))
                        .orElseGet(() -> count(distributor, edition)));
    }

    /** To be given every row of an edition by whoever reads it anyway, and then to be {@linkplain #keep kept}. */
    Assorting begin() {
        return new Assorting(MOST_KINDS);
    }

    /** Keeps what was counted. Nobody fails for that: whoever needs what could not be kept counts again. */
    Uni<Void> keep(Connection distributor, Edition edition, Assorting counted) {
        return counted.assortment()
                .map(assortment -> keep(distributor, edition, assortment))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Assortment> count(Connection distributor, Edition edition) {
        return catalogues
                .of(distributor)
                .rows(edition)
                .collect()
                .in(() -> new Assorting(Integer.MAX_VALUE), Assorting::add)
                .map(counted -> counted.assortment().orElseThrow())
                .call(assortment -> assortment.products().size() > MOST_KINDS
                        ? Uni.createFrom().voidItem()
                        : keep(distributor, edition, assortment));
    }

    private Uni<Void> keep(Connection distributor, Edition edition, Assortment assortment) {
        return assortments
                .keep(distributor, edition, assortment)
                .onFailure()
                .invoke(failure -> LOG.log(
                        Level.WARNING,
                        () -> "What %s of %s consists of could not be kept".formatted(edition.name(), distributor.id()),
                        failure))
                .onFailure()
                .recoverWithNull();
    }
}
