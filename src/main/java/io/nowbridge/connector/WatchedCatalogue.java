package io.nowbridge.connector;

import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Sku;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** A catalogue whose connection is watched. */
record WatchedCatalogue(Catalogue catalogue, Watch watch) implements Catalogue {

    @Override
    public Uni<Optional<Edition>> newest() {
        return watch.on(catalogue.newest());
    }

    @Override
    public Multi<Row> rows(Edition edition) {
        return watch.on(catalogue.rows(edition));
    }

    @Override
    public Uni<List<Quote>> quotes(List<Sku> skus) {
        return watch.on(catalogue.quotes(skus));
    }

    @Override
    public boolean quotes() {
        return catalogue.quotes();
    }
}
