package io.nowbridge.activity;

class InMemoryActivityTest extends ActivityContract {

    @Override
    protected Store emptyStore() {
        var memory = new InMemoryActivity();
        return new Store(memory, memory, memory);
    }
}
