package io.nowbridge.ticket;

import java.net.URI;

/**
 * A ticket as it was last seen.
 *
 * @param id the connected system's own id
 * @param number what people call it
 * @param state its label, or the bare code where the system has no label for it
 */
public record Ticket(
        String id,
        String table,
        String number,
        String shortDescription,
        String state,
        String stateCode,
        String priority,
        URI url) {}
