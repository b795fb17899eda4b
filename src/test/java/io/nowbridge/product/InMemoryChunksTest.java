package io.nowbridge.product;

class InMemoryChunksTest extends ChunksContract {

    @Override
    protected Stores emptyStores() {
        var runs = new InMemoryRuns();
        return new Stores(runs, new InMemoryChunks(runs));
    }
}
