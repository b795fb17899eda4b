package io.nowbridge.ticket;

import java.util.UUID;

/** Names a link between an anomaly and a ticket: a UUID, carried by the ticket as its correlation id. */
public record LinkId(UUID value) {

    public static LinkId parse(String text) {
        return new LinkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
