package io.nowbridge.product;

import io.nowbridge.connection.Connection;
import io.nowbridge.product.Catalogue.Edition;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What the newest editions of catalogues consist of, so that not everybody who wants to know reads a whole file for it. */
public interface Assortments {

    /**
     * That of an edition, as the connection is set up to read it; empty if nobody has kept it, or another one has taken its
     * place, or the connection was changed since.
     */
    Uni<Optional<Assortment>> find(Connection distributor, Edition edition);

    /** Keeps it in the place of what was kept of the connection's catalogue before; the same again changes nothing. */
    Uni<Void> keep(Connection distributor, Edition edition, Assortment assortment);
}
