package io.nowbridge.product;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.Catalogue.Edition;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What editions consist of in a map, under the same contract as the real ones; safe for several at once. */
final class InMemoryAssortments implements Assortments {

    private final Map<ConnectionId, Counted> counted = new HashMap<>();
    private boolean failing;

    private record Counted(String edition, String version, long revision, Assortment assortment) {

        boolean isOf(Connection distributor, Edition wanted) {
            return edition.equals(wanted.name())
                    && version.equals(wanted.version())
                    && revision == distributor.revision();
        }
    }

    /** Nothing can be kept for now. */
    synchronized void fail() {
        failing = true;
    }

    @Override
    public Uni<Optional<Assortment>> find(Connection distributor, Edition edition) {
        return Uni.createFrom().item(() -> kept(distributor, edition));
    }

    @Override
    public Uni<Void> keep(Connection distributor, Edition edition, Assortment assortment) {
        return Uni.createFrom().voidItem().invoke(() -> put(distributor, edition, assortment));
    }

    private synchronized Optional<Assortment> kept(Connection distributor, Edition edition) {
        return Optional.ofNullable(counted.get(distributor.id()))
                .filter(found -> found.isOf(distributor, edition))
                .map(Counted::assortment);
    }

    private synchronized void put(Connection distributor, Edition edition, Assortment assortment) {
        if (failing) {
            throw new IllegalStateException("the store is down");
        }
        counted.put(
                distributor.id(), new Counted(edition.name(), edition.version(), distributor.revision(), assortment));
    }
}
