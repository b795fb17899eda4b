package io.nowbridge.product;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.product.Catalogue.Catalogues;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A catalogue whose newest edition is what a test says. */
public final class FakeCatalogue implements Catalogue, Catalogues {

    private final List<Row> rows = new ArrayList<>();
    private List<Quote> quotes = List.of();
    private Runnable meanwhile = () -> {};
    private int editions;
    private int readings;
    private @Nullable ConnectedSystemException failure;

    /** A full edition of these products. */
    public void lists(List<Product> products) {
        is(true, products.stream().map(Row.Listed::new));
    }

    /** An edition of what has changed. */
    void adds(List<Product> products) {
        is(false, products.stream().map(Row.Listed::new));
    }

    void is(boolean full, Stream<? extends Row> its) {
        editions++;
        rows.clear();
        rows.add(new Row.Header(full, Optional.empty()));
        its.forEach(rows::add);
    }

    public void asks(List<Quote> its) {
        quotes = List.copyOf(its);
    }

    /** The next look at it fails. */
    public void failNext(ConnectedSystemException its) {
        failure = its;
    }

    /** What happens while the next edition is read. */
    void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    /** How often a file was read. */
    int readings() {
        return readings;
    }

    @Override
    public Catalogue of(Connection distributor) {
        return this;
    }

    @Override
    public Uni<Optional<Edition>> newest() {
        return Uni.createFrom().item(() -> {
            var its = failure;
            failure = null;
            if (its != null) {
                throw its;
            }
            return editions == 0
                    ? Optional.empty()
                    : Optional.of(new Edition("edition " + editions, Instant.EPOCH, 1, "v" + editions));
        });
    }

    @Override
    public Multi<Row> rows(Edition edition) {
        return Multi.createFrom().deferred(() -> {
            var happening = meanwhile;
            meanwhile = () -> {};
            readings++;
            happening.run();
            return Multi.createFrom().iterable(List.copyOf(rows));
        });
    }

    @Override
    public Uni<List<Quote>> quotes(List<Sku> skus) {
        return Uni.createFrom()
                .item(() -> quotes.stream()
                        .filter(quote -> skus.contains(quote.sku()))
                        .toList());
    }

    @Override
    public boolean quotes() {
        return !quotes.isEmpty();
    }
}
