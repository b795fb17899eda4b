package io.nowbridge.product;

import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.Ways.Way;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a distributor says of its products, against what is known of the desk. */
final class Survey {

    private final Catalogues catalogues;
    private final KeptProducts kept;
    private final EditionCounts counts;

    Survey(Catalogues catalogues, KeptProducts kept, EditionCounts counts) {
        this.catalogues = catalogues;
        this.kept = kept;
        this.counts = counts;
    }

    /** The newest edition of the catalogue; empty while none has arrived. */
    Uni<Optional<Edition>> newest(Way.Open way) {
        return catalogues.of(way.distributor()).newest();
    }

    /** What an edition says, row by row and once; whoever wants to know what it consists of need not read it again. */
    Uni<Plan> edition(Run run, Way.Open way, Edition edition) {
        var known = new Known();
        var plan = new Plan(new Diff(run, way.template()), known);
        var counted = counts.begin();
        return kept.all(run.pairing())
                .invoke(known::add)
                .onItem()
                .ignoreAsUni()
                .chain(() -> catalogues
                        .of(way.distributor())
                        .rows(edition)
                        .invoke(plan::add)
                        .invoke(counted::add)
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> counts.keep(way.distributor(), edition, counted))
                .replaceWith(plan);
    }

    /** What is asked now for the products that a run is limited to. */
    Uni<Plan> quotes(Run run, Way.Open way) {
        var known = new Known();
        var plan = new Plan(new Diff(run, way.template()), known);
        var blocks = run.only().stream().map(Block::of).collect(Collectors.toSet());
        return kept.read(run.pairing(), blocks)
                .invoke(read -> read.forEach(known::add))
                .chain(() -> catalogues.of(way.distributor()).quotes(run.only()))
                .invoke(quotes -> quotes.forEach(plan::add))
                .replaceWith(plan);
    }
}
