package io.nowbridge.product;

class InMemoryAssortmentsTest extends AssortmentsContract {

    @Override
    protected Assortments emptyStore() {
        return new InMemoryAssortments();
    }
}
