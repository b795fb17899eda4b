package io.nowbridge.setup;

import io.nowbridge.connection.ConnectionId;

/** Makes ids for new connections. */
public interface ConnectionIds {

    /** One that no connection has had. */
    ConnectionId next();
}
