package io.nowbridge.order;

class InMemoryLooksTest extends LooksContract {

    @Override
    protected Looks emptyStore() {
        return new InMemoryLooks();
    }
}
