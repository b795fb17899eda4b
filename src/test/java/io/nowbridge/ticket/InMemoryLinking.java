package io.nowbridge.ticket;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Role;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.LinkTicket.Outcome;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** linkTicket, unlinkTicket and listTickets with everything behind them in memory, and a clock that the test turns. */
public final class InMemoryLinking {

    public static final Ticket TICKET = ticket("INC0000042");
    public static final String DESCRIPTION = "Reported by phone.\r\n\tTotals look odd.  ";
    public static final Requester MEMBER = new Requester("mo", Set.of(Role.MEMBER), Set.of("data-eng"));

    static final Duration LEASE = Duration.ofSeconds(40);
    static final Duration SETTLING = Duration.ofSeconds(65);
    static final Duration LIMIT = Duration.ofMillis(50);

    public final InMemoryTicketLinks links = new InMemoryTicketLinks();
    public final InMemorySeenTickets seen = new InMemorySeenTickets();
    public final FakeTicketDesk desk = new FakeTicketDesk();
    public final FakeTicketDesks desks = new FakeTicketDesks().with(desk, Map.of());

    final InMemoryTicketClaims claims = new InMemoryTicketClaims(LEASE, Duration.ofDays(1), Duration.ofDays(30));

    final InMemoryActivity log = new InMemoryActivity();
    private final AtomicInteger ids = new AtomicInteger();
    private final LinkTicket linkTicket = new LinkTicket(
            (requester, anomaly, needed) -> Uni.createFrom().item(missing(requester, needed.title())),
            anomaly -> Uni.createFrom().item(Optional.empty()),
            desks,
            claims,
            links,
            log,
            () -> TicketFixtures.linkId(ids.incrementAndGet()),
            this::now,
            new CreateTicket.Patience(2, Duration.ofMillis(1), SETTLING));
    private final UnlinkTicket unlinkTicket = new UnlinkTicket(
            (requester, anomaly, needed) -> Uni.createFrom().item(missing(requester, needed.title())),
            links,
            log,
            this::now);
    private final ListTickets listTickets = new ListTickets(
            (requester, anomaly, needed) -> Uni.createFrom()
                    .item(
                            anomaly.equals(TicketFixtures.ANOMALY.id())
                                    ? Optional.empty()
                                    : missing(requester, needed.title())),
            links,
            new Refresh(desks, seen, this::now, LIMIT));

    private Instant now = TicketFixtures.NOW;

    public InMemoryLinking() {
        desk.search().has(TICKET, DESCRIPTION);
    }

    public static Ticket ticket(String number) {
        return new Ticket(
                "id-of-" + number,
                "incident",
                number,
                "Totals are off",
                "New",
                "1",
                "3 - Moderate",
                URI.create("https://desk.example/" + number));
    }

    public static LinkRequest request(String reference) {
        return request(TicketFixtures.ANOMALY, reference);
    }

    static LinkRequest request(Anomaly anomaly, String reference) {
        return new LinkRequest(
                TicketFixtures.MANAGER, anomaly, reference, Optional.<ConnectionId>empty(), Optional.empty());
    }

    static LinkRequest untouched(String reference) {
        return new LinkRequest(
                TicketFixtures.MANAGER, TicketFixtures.ANOMALY, reference, Optional.empty(), Optional.of(true));
    }

    public LinkTicket linkTicket() {
        return linkTicket;
    }

    public UnlinkTicket unlinkTicket() {
        return unlinkTicket;
    }

    public ListTickets listTickets() {
        return listTickets;
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

    Outcome run(LinkRequest request) {
        return linkTicket.run(request).await().indefinitely();
    }

    String description() {
        return desk.search().description(TICKET);
    }

    List<String> notes() {
        return desk.writing().notes(TICKET.id());
    }

    private static Optional<String> missing(Requester requester, String right) {
        return requester.manages()
                ? Optional.empty()
                : Optional.of("the right " + right + " on the anomaly's datastore");
    }
}
