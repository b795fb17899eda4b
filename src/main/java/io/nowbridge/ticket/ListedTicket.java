package io.nowbridge.ticket;

import java.util.Optional;

/**
 * A link with its ticket, for people to see.
 *
 * @param seen the ticket as it is now; where that is unknown, as it was last seen
 * @param unknown why it is not known how the ticket is now; empty if it is
 */
public record ListedTicket(Link link, SeenTicket seen, Optional<UnknownState> unknown) {}
