package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.PriceListSettings;
import io.nowbridge.connector.csv.CsvCatalogue;
import io.nowbridge.connector.csv.CsvFile;
import io.nowbridge.connector.tdsynnex.TdSynnexAccount;
import io.nowbridge.connector.tdsynnex.TdSynnexCatalogue;
import io.nowbridge.inbox.Inbox;
import io.nowbridge.inbox.Inboxes;
import io.nowbridge.product.Catalogue;
import io.nowbridge.product.Catalogue.Catalogues;
import java.time.InstantSource;

/** The catalogues of all distributors that are connected. */
public final class ConnectedCatalogues implements Catalogues {

    private final SignIn signIn;
    private final Inboxes inboxes;
    private final Watches watches;

    public ConnectedCatalogues(Connections connections, SignIn signIn, Inboxes inboxes, InstantSource clock) {
        this.signIn = signIn;
        this.inboxes = inboxes;
        this.watches = new Watches(connections, clock);
    }

    @Override
    public Catalogue of(Connection distributor) {
        return new WatchedCatalogue(catalogue(distributor), watches.over(distributor));
    }

    private Catalogue catalogue(Connection distributor) {
        return switch (distributor.type()) {
            case TDSYNNEX ->
                new TdSynnexCatalogue(
                        distributor,
                        priceFile(distributor),
                        signIn.tdSynnex(distributor).prices());
            case CSV -> new CsvCatalogue(distributor, priceList(distributor));
            case SERVICENOW, AUTOTASK, QUALYTICS ->
                throw new IllegalStateException(
                        "products are not sold by " + distributor.type().title());
        };
    }

    private Inbox priceFile(Connection distributor) {
        return inboxes.of(
                distributor.id(),
                () -> signIn.credentials(distributor, given -> TdSynnexAccount.file(distributor, given)));
    }

    private Inbox priceList(Connection distributor) {
        return PriceListSettings.of(distributor)
                .path()
                .map(path -> inboxes.at(
                        distributor.instance(),
                        () -> signIn.credentials(distributor, given -> CsvFile.of(path, given))))
                .orElseGet(() -> inboxes.of(distributor.id()));
    }
}
