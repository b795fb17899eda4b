package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** As many templates as it was told, for every connection; can be told to fail. */
public final class FakeFlows implements Flows {

    private final List<ConnectionId> disabled = new ArrayList<>();
    private int templates;
    private boolean down;

    public void are(int count) {
        templates = count;
    }

    public void areDown(boolean is) {
        down = is;
    }

    /** The connections whose templates were disabled. */
    public List<ConnectionId> disabled() {
        return List.copyOf(disabled);
    }

    @Override
    public Uni<Integer> disable(ConnectionId connection, Requester by) {
        return Uni.createFrom().item(() -> {
            if (down) {
                throw new IllegalStateException("the store is down");
            }
            disabled.add(connection);
            return templates;
        });
    }

    @Override
    public Uni<Integer> count(ConnectionId connection) {
        return Uni.createFrom().item(() -> templates);
    }
}
