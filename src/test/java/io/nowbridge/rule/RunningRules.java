package io.nowbridge.rule;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyFixtures;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.InMemoryTicketUpdates;
import io.nowbridge.delivery.RecordingQueue;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.sync.InMemoryMarks;
import io.nowbridge.sync.Marks;
import io.nowbridge.sync.OwnStates;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.FakeTicketWording;
import io.nowbridge.ticket.InMemoryTickets;
import io.nowbridge.ticket.Link;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketFixtures;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules with everything behind them in memory, and a clock that the test turns. */
final class RunningRules {

    final InMemoryTickets tickets = new InMemoryTickets();
    final FakeTicketDesk desk = tickets.desk();

    private final InMemoryRules rules = new InMemoryRules();
    private final InMemoryStormBrake brake = new InMemoryStormBrake();
    private final InMemoryRecurrences recurrences = new InMemoryRecurrences();
    private final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    private final RecordingQueue queue = new RecordingQueue();
    private final InMemoryMarks marks = new InMemoryMarks();

    RunningRules with(OpeningRule rule) {
        rules.save(rule).await().indefinitely();
        return this;
    }

    /** An anomaly with the same fingerprint as others, if it is given one. */
    static Anomaly anomaly(String id, Optional<String> fingerprint, String... tags) {
        var full = AnomalyFixtures.full(id);
        return new Anomaly(
                AnomalyId.ofDefaultSource(id),
                full.uuid(),
                full.type(),
                full.status(),
                full.weight(),
                fingerprint,
                full.description(),
                full.datastore(),
                full.container(),
                full.fields(),
                List.of(tags),
                full.failedChecks(),
                full.detectedAt(),
                full.link());
    }

    void apply(Anomaly anomaly) {
        apply(anomaly, Crashes.never());
    }

    /** In a process that dies when {@code crashes} says. */
    void apply(Anomaly anomaly, Crashes crashes) {
        var parts = new ApplyRules.Parts(
                rules,
                crashes.among(StormBrake.class, brake),
                crashes.among(Recurrences.class, recurrences),
                crashes.among(TicketLinks.class, tickets.links()),
                desk,
                tickets.createTicket(),
                crashes.among(TicketUpdates.class, updates),
                crashes.among(DeliveryQueue.class, queue),
                new OwnStates(crashes.among(Marks.class, marks), tickets::now),
                new FakeTicketWording(),
                crashes.among(ActivityLog.class, tickets.log()),
                tickets::now);
        var event = new AnomalyEvent(
                "event-of-" + anomaly.id().id(),
                TicketFixtures.NOW,
                Optional.empty(),
                anomaly,
                new AnomalyEvent.What.Created());
        new ApplyRules(parts).apply(event, anomaly).await().indefinitely();
    }

    /** What waits for a ticket that this desk opened, by its number. */
    List<TicketUpdate> waiting(String number) {
        return updates.waiting(ref(TicketFixtures.ticket(number)));
    }

    List<TicketRef> woken() {
        return queue.woken();
    }

    /** The anomalies of a ticket that this desk opened. */
    List<String> anomalies(String number) {
        return tickets.links().all().entrySet().stream()
                .filter(link -> link.getValue().number().equals(number))
                .map(Map.Entry::getKey)
                .map(Link::anomaly)
                .map(AnomalyId::id)
                .sorted()
                .toList();
    }

    /** Puts a ticket that this desk opened into another state. */
    void move(String number, String state) {
        var ticket = TicketFixtures.ticket(number);
        desk.search()
                .has(
                        new Ticket(
                                ticket.id(),
                                ticket.table(),
                                ticket.number(),
                                ticket.shortDescription(),
                                "State " + state,
                                state,
                                ticket.priority(),
                                ticket.url()),
                        "");
    }

    private static TicketRef ref(Ticket ticket) {
        return new TicketRef(TicketFixtures.CONNECTION, ticket.table(), ticket.id());
    }
}
