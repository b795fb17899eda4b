package io.nowbridge.product;

class InMemoryChunkItemsTest extends ChunkItemsContract {

    @Override
    protected Stores emptyStores() {
        var runs = new InMemoryRuns();
        return new Stores(runs, new InMemoryChunks(runs));
    }
}
