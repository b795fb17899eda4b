package io.nowbridge.ticket;

class InMemoryTicketLinksTest extends TicketLinksContract {

    @Override
    protected TicketLinks emptyStore() {
        return new InMemoryTicketLinks();
    }
}
