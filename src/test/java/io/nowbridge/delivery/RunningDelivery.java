package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.OTHER_TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.ticket;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.delivery.DeliverTicketUpdate.Pace;
import io.nowbridge.delivery.TicketUpdates.Buried;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.FakeTicketDesks;
import io.nowbridge.ticket.FakeTicketWriting;
import io.nowbridge.ticket.InMemorySeenTickets;
import io.nowbridge.ticket.InMemoryTicketLinks;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Deliveries with everything behind them in memory, two tickets at the desk, and a clock that the test turns. */
final class RunningDelivery {

    static final Duration LEASE = Duration.ofSeconds(40);
    static final Duration TURN = Duration.ofSeconds(10);
    static final Duration SETTLING = Duration.ofSeconds(95);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    final InMemoryTicketUpdates updates = new InMemoryTicketUpdates();
    final RecordingQueue queue = new RecordingQueue();
    final FakeTicketDesk desk = new FakeTicketDesk();
    final FakeTicketDesks desks = new FakeTicketDesks().with(desk, Map.of());
    final InMemoryTicketLinks links = new InMemoryTicketLinks();
    final InMemorySeenTickets seen = new InMemorySeenTickets();

    private final InMemoryActivity log = new InMemoryActivity();
    private final AtomicInteger workers = new AtomicInteger();
    private final DeliverTicketUpdate deliver;

    private Instant now = NOW;
    private boolean logIsDown;

    RunningDelivery() {
        // The middle of what chance can bring: no pause is shortened or lengthened.
        deliver = new DeliverTicketUpdate(new DeliverTicketUpdate.Parts(
                updates,
                queue,
                desks,
                links,
                seen,
                this::record,
                () -> now,
                () -> Long.MIN_VALUE,
                () -> "worker-" + workers.incrementAndGet(),
                new Pace(LEASE, TURN, SETTLING, LONGEST_PAUSE)));
        desk.search().has(ticket("INC0000001"), "");
        desk.search().has(ticket("INC0000002"), "");
    }

    private Uni<Void> record(Activity activity) {
        return logIsDown
                ? Uni.createFrom().failure(new IllegalStateException("the log is down"))
                : log.record(activity);
    }

    void logIsDown(boolean down) {
        logIsDown = down;
    }

    FakeTicketWriting writing() {
        return desk.writing();
    }

    Instant now() {
        return now;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    void add(String... ids) {
        for (var id : ids) {
            updates.add(DeliveryFixtures.update(id)).await().indefinitely();
        }
    }

    void add(TicketUpdate update) {
        updates.add(update).await().indefinitely();
    }

    void run() {
        run(TICKET);
    }

    void run(TicketRef ticket) {
        deliver.run(ticket).await().indefinitely();
    }

    /** What was written into the first ticket, without the references. */
    List<String> notes() {
        return notes(TICKET);
    }

    List<String> notesOfTheOther() {
        return notes(OTHER_TICKET);
    }

    private List<String> notes(TicketRef ticket) {
        return writing().notes(ticket.id()).stream()
                .map(note -> note.replaceFirst(" \\[nb:[0-9a-f]{12}]$", ""))
                .toList();
    }

    List<Activity> logged() {
        return log.entries();
    }

    List<Buried> buried() {
        return updates.buried(new PageRequest(PageRequest.LARGEST, Optional.empty()))
                .await()
                .indefinitely()
                .items();
    }
}
