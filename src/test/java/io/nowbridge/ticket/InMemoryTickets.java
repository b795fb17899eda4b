package io.nowbridge.ticket;

import io.nowbridge.activity.Activity;
import io.nowbridge.ticket.CreateTicket.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** createTicket with everything behind it in memory, and a clock that the test turns. */
public final class InMemoryTickets {

    static final Duration LEASE = Duration.ofSeconds(40);
    static final Duration DAY = Duration.ofDays(1);
    static final Duration SETTLING = Duration.ofSeconds(65);

    final InMemoryTicketClaims claims = new InMemoryTicketClaims(LEASE, DAY, Duration.ofDays(30));
    final InMemoryTicketLinks links = new InMemoryTicketLinks();

    private final FakeTicketDesk desk = new FakeTicketDesk();
    private final InMemoryActivityLog log = new InMemoryActivityLog();
    private final AtomicInteger ids = new AtomicInteger();
    private final CreateTicket createTicket = new CreateTicket(
            desk,
            claims,
            links,
            log,
            new FakeTicketWording(),
            () -> TicketFixtures.linkId(ids.incrementAndGet()),
            this::now,
            new CreateTicket.Patience(2, Duration.ofMillis(1), SETTLING));

    private Instant now = TicketFixtures.NOW;

    public FakeTicketDesk desk() {
        return desk;
    }

    public CreateTicket createTicket() {
        return createTicket;
    }

    List<Activity> logged() {
        return log.entries();
    }

    Instant now() {
        return now;
    }

    void itIs(Instant instant) {
        now = instant;
    }

    Outcome run(TicketRequest request) {
        return createTicket.run(request).await().indefinitely();
    }
}
