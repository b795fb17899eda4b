package io.nowbridge.connector.csv;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.PriceListSettings;
import io.nowbridge.connector.catalogue.FileRows;
import io.nowbridge.inbox.Inbox;
import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Sku;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What a distributor sells, by its price list alone. */
public final class CsvCatalogue implements Catalogue {

    private final FileRows files;

    public CsvCatalogue(Connection connection, Inbox inbox) {
        var settings = PriceListSettings.of(connection);
        this.files = new FileRows(inbox, file -> CsvRows.open(file, settings));
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
        return Uni.createFrom().item(List.of());
    }

    @Override
    public boolean quotes() {
        return false;
    }
}
