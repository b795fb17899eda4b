package io.nowbridge.ticket;

class InMemoryTicketClaimsTest extends TicketClaimsContract {

    @Override
    protected TicketClaims emptyStore() {
        return new InMemoryTicketClaims(LEASE, MEMORY, LEFT_MEMORY);
    }
}
