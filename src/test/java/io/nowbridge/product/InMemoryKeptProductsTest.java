package io.nowbridge.product;

class InMemoryKeptProductsTest extends KeptProductsContract {

    @Override
    protected KeptProducts emptyStore() {
        return new InMemoryKeptProducts();
    }
}
