package io.nowbridge;

import io.nowbridge.ticket.DescribeForm;
import io.nowbridge.ticket.TicketDesks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The part of the object graph that describes forms. */
final class FormWiring {

    @Produces
    @Singleton
    DescribeForm describeForm(TicketDesks desks) {
        return new DescribeForm(desks);
    }
}
