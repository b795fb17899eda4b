package io.nowbridge;

import io.nowbridge.ticket.SearchTickets;
import io.nowbridge.ticket.TicketDesks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a search for tickets is made with. */
final class SearchWiring {

    @Produces
    @Singleton
    SearchTickets searchTickets(TicketDesks desks) {
        return new SearchTickets(desks);
    }
}
