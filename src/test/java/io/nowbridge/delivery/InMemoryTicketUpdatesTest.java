package io.nowbridge.delivery;

class InMemoryTicketUpdatesTest extends TicketUpdatesContract {

    @Override
    protected TicketUpdates emptyStore() {
        return new InMemoryTicketUpdates();
    }
}
