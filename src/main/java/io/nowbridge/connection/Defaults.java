package io.nowbridge.connection;

import java.util.Map;
import java.util.Optional;

/**
 * Which connection serves when nobody names one.
 *
 * @param byPurpose at most one for each purpose
 * @param byDatastore the desk for the tickets of a datastore's anomalies, by the datastore's id
 * @param revision counts the changes, from 0 for what nobody has set yet
 */
public record Defaults(Map<Purpose, ConnectionId> byPurpose, Map<String, ConnectionId> byDatastore, long revision) {

    public static final Defaults NONE = new Defaults(Map.of(), Map.of(), 0);

    public Defaults {
        byPurpose = Map.copyOf(byPurpose);
        byDatastore = Map.copyOf(byDatastore);
    }

    public Optional<ConnectionId> of(Purpose purpose) {
        return Optional.ofNullable(byPurpose.get(purpose));
    }

    public boolean name(ConnectionId id) {
        return byPurpose.containsValue(id) || byDatastore.containsValue(id);
    }

    /** The desk for a datastore's tickets. */
    public Optional<ConnectionId> forTicketsOf(Optional<String> datastore) {
        return datastore.map(byDatastore::get).or(() -> of(Purpose.TICKETS));
    }
}
