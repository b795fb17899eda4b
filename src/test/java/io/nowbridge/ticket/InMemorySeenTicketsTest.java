package io.nowbridge.ticket;

class InMemorySeenTicketsTest extends SeenTicketsContract {

    @Override
    protected SeenTickets emptyStore() {
        return new InMemorySeenTickets();
    }
}
