package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.FakeAnomalyPlatform;
import io.nowbridge.anomaly.FakeAnomalyWakeups;
import io.nowbridge.anomaly.InMemoryAnomalies;
import io.nowbridge.anomaly.InMemoryAnomalyEvents;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionFixtures;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.delivery.InMemoryTicketUpdates;
import io.nowbridge.delivery.RecordingQueue;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.sync.KeepingInStep.AnomalyParts;
import io.nowbridge.sync.KeepingInStep.SharedParts;
import io.nowbridge.sync.KeepingInStep.TicketParts;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.FakeTicketDesks;
import io.nowbridge.ticket.InMemorySeenTickets;
import io.nowbridge.ticket.InMemoryTickets;
import io.nowbridge.ticket.Link;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.wording.QuteWording;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Anomalies and tickets with all that keeps them in step, in memory, and with a clock that the test turns. */
public final class InStep {

    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration OVERLAP = Duration.ofSeconds(60);

    public final InMemoryTickets tickets = new InMemoryTickets();
    final FakeTicketDesks desks = new FakeTicketDesks();
    final ForgetfulEvents events = new ForgetfulEvents(new InMemoryAnomalyEvents());
    final InMemoryAnomalies anomalies = new InMemoryAnomalies();
    public final FakeAnomalyPlatform platform = new FakeAnomalyPlatform();
    final FakeAnomalyWakeups anomalyWakeups = new FakeAnomalyWakeups();
    final List<TicketRef> woken = new ArrayList<>();
    public final InMemorySeenTickets seen = new InMemorySeenTickets();
    final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    final RecordingQueue queue = new RecordingQueue();
    final InMemoryMarks marks = new InMemoryMarks();
    final List<AnomalyEvent> ruled = new ArrayList<>();
    private final InMemoryConnections connections = new InMemoryConnections();

    public final KeepingInStep keeping = KeepingInStep.of(
            new AnomalyParts(events, anomalies, platform, anomalyWakeups),
            new TicketParts(
                    desks,
                    tickets.links(),
                    seen,
                    updates,
                    queue,
                    wakeups -> Uni.createFrom()
                            .voidItem()
                            .invoke(() -> wakeups.forEach(wakeup -> woken.add(wakeup.ticket()))),
                    new QuteWording(),
                    tickets.createTicket()),
            new SharedParts(
                    connections,
                    marks,
                    (event, anomaly) -> Uni.createFrom().voidItem().invoke(() -> ruled.add(event)),
                    tickets.log(),
                    tickets::now,
                    new SweepAnomalies.Reach(Duration.ofDays(1)),
                    new PullTicketStatus.Pace(IDLE, OVERLAP, 3),
                    new FollowTicket.Patience(3, Duration.ofMillis(1))));

    public InStep() {
        settings(Map.of());
    }

    /** Gives the desk's connection these settings and no others. */
    void settings(Map<String, String> settings) {
        var id = TicketFixtures.CONNECTION;
        connections.forget(id);
        Connection demo = ConnectionFixtures.connection(id.value());
        connections.given(demo.with(demo.name(), new TreeMap<>(settings), true));
        desk().settings(settings);
        desks.with(desk(), settings);
    }

    /** Connects the platform of the default source. */
    void connectPlatform() {
        connections.given(ConnectionFixtures.connection(platform.connection().value(), SystemType.QUALYTICS));
    }

    public FakeTicketDesk desk() {
        return tickets.desk();
    }

    /** Links an anomaly of the default source to a ticket that is there. */
    public TicketRef link(int number, String anomaly, Ticket ticket) {
        var link = new Link(
                TicketFixtures.linkId(1000 + number),
                AnomalyId.ofDefaultSource(anomaly),
                TicketFixtures.CONNECTION,
                "maria",
                tickets.now());
        desk().search().has(ticket, "Words");
        tickets.links().link(link, ticket).await().indefinitely();
        return ref(ticket);
    }

    static TicketRef ref(Ticket ticket) {
        return new TicketRef(TicketFixtures.CONNECTION, ticket.table(), ticket.id());
    }

    /** The same ticket in another state. */
    public static Ticket in(String state, Ticket ticket) {
        return new Ticket(
                ticket.id(),
                ticket.table(),
                ticket.number(),
                ticket.shortDescription(),
                "State " + state,
                state,
                ticket.priority(),
                ticket.url());
    }

    public AnomalyEvent event(String anomaly, String id, What what) {
        return event(anomaly, id, Optional.empty(), what);
    }

    /** The same, of a source that counts the events of each anomaly. */
    AnomalyEvent event(String anomaly, String id, long sequence, What what) {
        return event(anomaly, id, Optional.of(sequence), what);
    }

    private AnomalyEvent event(String anomaly, String id, Optional<Long> sequence, What what) {
        return new AnomalyEvent(id, tickets.now(), sequence, Anomaly.of(AnomalyId.ofDefaultSource(anomaly)), what);
    }

    /** Keeps an event, and wakes nobody. */
    public void keep(AnomalyEvent event) {
        events.keep(List.of(event), tickets.now()).await().indefinitely();
    }

    FollowAnomaly.Outcome happens(AnomalyEvent event) {
        keep(event);
        return follow(event);
    }

    FollowAnomaly.Outcome follow(AnomalyEvent event) {
        return keeping.followAnomaly()
                .run(event.anomaly().id(), event.id())
                .await()
                .indefinitely();
    }

    FollowTicket.Outcome follow(TicketRef ticket) {
        return follow(Wakeup.of(ticket));
    }

    FollowTicket.Outcome follow(Wakeup wakeup) {
        return keeping.followTicket().run(wakeup).await().indefinitely();
    }

    public List<TicketUpdate> line(TicketRef ticket) {
        return updates.waiting(ticket);
    }

    List<String> notes(TicketRef ticket) {
        return line(ticket).stream().map(TicketUpdate::note).toList();
    }
}
