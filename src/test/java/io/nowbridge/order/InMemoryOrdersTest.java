package io.nowbridge.order;

class InMemoryOrdersTest extends OrdersContract {

    @Override
    protected Orders emptyStore() {
        return new InMemoryOrders();
    }
}
