package io.nowbridge.access;

class InMemoryDatastoreAccessTest extends DatastoreAccessContract {

    @Override
    protected DatastoreAccess emptyStore() {
        return new InMemoryDatastoreAccess();
    }
}
