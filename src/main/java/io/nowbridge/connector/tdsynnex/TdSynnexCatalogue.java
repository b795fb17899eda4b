package io.nowbridge.connector.tdsynnex;

import io.nowbridge.connection.Connection;
import io.nowbridge.connector.catalogue.FileRows;
import io.nowbridge.inbox.Inbox;
import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Product.Status;
import io.nowbridge.product.Sku;
import io.nowbridge.tdsynnex.Prices;
import io.nowbridge.tdsynnex.Prices.Price;
import io.nowbridge.tdsynnex.TdSynnexException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What TD SYNNEX sells to an account: by its price file, and for some products by what it answers at this moment. */
public final class TdSynnexCatalogue implements Catalogue {

    private final Prices prices;
    private final FileRows files;
    private final Country country;

    public TdSynnexCatalogue(Connection connection, Inbox inbox, Prices prices) {
        var sold = Country.of(connection);
        this.country = sold;
        this.prices = prices;
        this.files = new FileRows(inbox, zip -> PriceRows.open(zip, sold));
    }

    @Override
    public Uni<Optional<Edition>> newest() {
        return files.newest();
    }

    @Override
    public Multi<Row> rows(Edition edition) {
        return files.of(edition);
    }

    @Override
    public Uni<List<Quote>> quotes(List<Sku> skus) {
        return prices.of(skus.stream().map(Sku::value).toList())
                .map(found ->
                        found.stream().flatMap(price -> quote(price).stream()).toList())
                .onFailure(TdSynnexException.class)
                .transform(Translation::of);
    }

    @Override
    public boolean quotes() {
        return true;
    }

    private Optional<Quote> quote(Price price) {
        return status(price)
                .map(status -> new Quote(
                        new Sku(price.sku()),
                        status,
                        price.price().filter(amount -> amount.signum() >= 0),
                        country.currency(),
                        price.totalQuantity()));
    }

    // Of the others nothing is known but that this account cannot buy them now.
    private static Optional<Status> status(Price price) {
        return switch (price.state()) {
            case ACTIVE -> Optional.of(Status.ACTIVE);
            case DISCONTINUED -> Optional.of(Status.DISCONTINUED);
            case NOT_FOUND, NOT_AUTHORIZED, OTHER -> Optional.empty();
        };
    }
}
