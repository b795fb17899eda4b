package io.nowbridge.setup;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;

/** Links that are removed a hundred at a time, whichever connection they belong to. */
public final class FakeHistory implements History {

    private static final int AT_A_TIME = 100;

    private int links;

    public void holds(int count) {
        links = count;
    }

    public int links() {
        return links;
    }

    @Override
    public Uni<Removal> remove(ConnectionId connection) {
        return Uni.createFrom().item(() -> {
            var removed = Math.min(links, AT_A_TIME);
            links -= removed;
            return new Removal(removed, links == 0);
        });
    }
}
