package io.nowbridge.connection;

class InMemoryConnectionsTest extends ConnectionsContract {

    @Override
    protected Connections emptyStore() {
        return new InMemoryConnections();
    }
}
