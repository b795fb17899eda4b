package io.nowbridge.ticket;

import io.nowbridge.access.DatastoreRights;
import io.nowbridge.access.InMemoryDatastoreAccess;
import io.nowbridge.access.TeamRight;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.ticket.CreateTicket.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** createTicket with everything behind it in memory, and a clock that the test turns. */
public final class InMemoryTickets {

    static final Duration LEASE = Duration.ofSeconds(40);
    static final Duration DAY = Duration.ofDays(1);
    static final Duration SETTLING = Duration.ofSeconds(65);

    final InMemoryTicketClaims claims = new InMemoryTicketClaims(LEASE, DAY, Duration.ofDays(30));
    final InMemoryTicketLinks links = new InMemoryTicketLinks();

    private final FakeTicketDesk desk = new FakeTicketDesk();
    private final InMemoryActivity log = new InMemoryActivity();
    private final AtomicInteger ids = new AtomicInteger();
    private final InMemoryDatastoreAccess access = new InMemoryDatastoreAccess();
    private final Map<AnomalyId, Anomaly.Datastore> datastores = new HashMap<>();
    private final CreateTicket createTicket = new CreateTicket(
            new DatastoreRights(this::datastore, access),
            this::datastore,
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

    public InMemoryTicketLinks links() {
        return links;
    }

    public InMemoryActivity log() {
        return log;
    }

    public CreateTicket createTicket() {
        return createTicket;
    }

    /** Has a team a right to a datastore where an anomaly is known to lie. */
    public void allow(String team, TeamRight right, AnomalyId anomaly, Anomaly.Datastore datastore) {
        access.grant(datastore.id(), team, right);
        datastores.put(anomaly, datastore);
    }

    private Uni<Optional<Anomaly.Datastore>> datastore(AnomalyId anomaly) {
        return Uni.createFrom().item(() -> Optional.ofNullable(datastores.get(anomaly)));
    }

    List<Activity> logged() {
        return log.entries();
    }

    public Instant now() {
        return now;
    }

    public void itIs(Instant instant) {
        now = instant;
    }

    Outcome run(TicketRequest request) {
        return createTicket.run(request).await().indefinitely();
    }
}
