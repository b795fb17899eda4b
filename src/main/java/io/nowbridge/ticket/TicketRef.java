package io.nowbridge.ticket;

import io.nowbridge.connection.ConnectionId;

/**
 * Names a ticket among all that there are.
 *
 * @param table where the connected system keeps it, such as {@code incident}
 * @param id the connected system's own id
 */
public record TicketRef(ConnectionId connection, String table, String id) {

    static TicketRef parse(String text) {
        var parts = text.split("#", 3);
        return new TicketRef(new ConnectionId(parts[0]), parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return connection + "#" + table + "#" + id;
    }
}
