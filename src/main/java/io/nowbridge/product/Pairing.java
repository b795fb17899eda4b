package io.nowbridge.product;

import io.nowbridge.connection.ConnectionId;

/** The distributor whose catalogue is kept, and the desk at which it is. */
public record Pairing(ConnectionId desk, ConnectionId distributor) {}
